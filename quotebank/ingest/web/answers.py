"""What a server's status and headers mean, in the words a writer reads."""

from collections.abc import Mapping

from quotebank.errors import BadInput, Unreachable

REDIRECTS = (301, 302, 303, 307, 308)
LATER = (429, 503)
"""The statuses whose Retry-After is honoured (RFC 9110, 10.2.3; RFC 6585, 4)."""

_PAGES = (200, 203)
_WORDS = {
    204: "has nothing at this address",
    206: "sent only a part of the page",
    400: "does not understand the request",
    401: "asks for a user name and password",
    402: "asks for payment",
    403: "refuses to give the page to a program",
    404: "has no such page",
    405: "does not give pages at this address",
    406: "has no page in a form that can be read",
    408: "gave up waiting",
    410: "says that the page is gone for good",
    421: "does not answer for this host",
    429: "says that it was asked too often",
    451: "may not show the page for legal reasons",
    500: "has a fault of its own",
    502: "gets no answer from the server behind it",
    503: "is overloaded or being repaired",
    504: "gets no answer in time from the server behind it",
}
_GONE = (404, 410)
_FAULTS = 500
_AGAIN = "try again later, or save the page in your browser and give its file: quotebank add FILE.html --url URL"
_LOST = "check the address, or look for a copy at web.archive.org and give its address"
_BY_HAND = 'give what it says by hand: quotebank add --title "..." --url URL'
_TYPES = ("text/html", "application/xhtml+xml")
_LONGEST_WAIT = 10


def refuse_unless_page(status: int) -> None:
    """Raise `Unreachable` (without a place), in plain words, for a status that brings no page."""
    if status in _PAGES:
        return
    words = _WORDS.get(status) or ("has a fault of its own" if status >= _FAULTS else "sent no page")
    hint = _LOST if status in _GONE else _AGAIN if status >= _FAULTS or status in LATER else ""
    raise Unreachable(f"the server {words} (status {status})", hint)


def refuse_type(content_type: str) -> None:
    """Raise `BadInput` (without a place) for a declared type that is no HTML; none declared is let through."""
    media = content_type.partition(";")[0].partition(",")[0].strip().lower()  # some servers send the header twice
    if media == "application/pdf":
        raise _pdf()
    if media and media not in _TYPES:
        raise BadInput(f"is no web page but {shown(media)}", _BY_HAND)


def refuse_content(body: bytes, content_type: str) -> None:
    """Raise `BadInput` (without a place) for a body that is empty, a PDF, or of no declared type and no HTML."""
    start = body[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"%PDF-"):
        raise _pdf()
    if not start:
        raise BadInput("the page is empty", "save the page in your browser: quotebank add FILE.html --url URL")
    if not content_type.strip() and not start.startswith((b"<", b"\xff\xfe", b"\xfe\xff")):
        raise BadInput("is of an unknown kind, and no web page by its beginning", _BY_HAND)


def wait_of(status: int, headers: Mapping[str, str]) -> int | None:
    """The seconds a server asks us to wait before we ask once more, if it does and they are at most ten.

    Only the form in seconds is honoured; a date that near is not worth a clock that may be wrong.
    """
    text = headers.get("Retry-After", "").strip()
    if status not in LATER or not (text.isascii() and text.isdigit() and len(text) <= len(str(_LONGEST_WAIT))):
        return None
    return int(text) if int(text) <= _LONGEST_WAIT else None


def shown(text: str) -> str:
    """What a server wrote in a header, short and in plain ASCII."""
    from quotebank.text.visible import clip

    text = clip(text, 60)
    return text if text.isascii() and text.isprintable() else ascii(text)


def _pdf() -> BadInput:
    return BadInput("is a PDF, which quotebank does not read", _BY_HAND)
