"""The text of a digest, from the bytes of a file or from a page of the web."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Callable, Sequence
from typing import NamedTuple

from quotebank.cli.session import Session
from quotebank.errors import BadInput
from quotebank.formats.parsed import utf8_text
from quotebank.model.articles import Article

_MARKED = {BOM_UTF32_LE: "utf-32", BOM_UTF32_BE: "utf-32", BOM_UTF16_LE: "utf-16", BOM_UTF16_BE: "utf-16"}
"""Encodings that a byte-order mark tells, the longer marks first: UTF-32's begins with UTF-16's."""

_BINARY = (b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0")
"""How PDF, Word's .docx, RTF and Word's .doc begin."""


class Fetched(NamedTuple):
    """A digest that is a page of the web: its HTML, and what the page says of itself."""

    html: str
    article: Article

    def typed(self) -> dict[str, str | None]:
        """What the page says, as the flags of those names."""
        date = self.article.date.edtf() if self.article.date else None
        named = {"title": self.article.title, "outlet": self.article.outlet, "url": self.article.url}
        return {"date": date, **{name: text or None for name, text in named.items()}}


def from_address(session: Session, url: str, allow: Sequence[str], outlet_of: Callable[[str], str]) -> Fetched:
    """The page at an address; raises `Unreachable`, `BadInput` for what is no page, `UsageError`."""
    from quotebank.cli.adding import fetched
    from quotebank.ingest.page import read_page

    had = fetched(session, url, allow)
    page = read_page(had.data, url=had.url, content_type=had.content_type, today=session.today(), outlet_of=outlet_of)
    if page.wall:
        raise BadInput(f"{url}: {page.wall}", "save the page in your browser, give its file, and say --url")
    return Fetched(page.html, page.article)


def decoded(name: str, data: bytes) -> str:
    """The text of a file: UTF-8, or UTF-16 and UTF-32 with a mark.

    Raises `BadInput` for other encodings (with the place of the first byte that does not fit), files that are not
    text, and empty ones.
    """
    for mark, encoding in _MARKED.items():
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError as failure:
                raise BadInput(
                    f"{name}: not {encoding.upper()} text: byte {failure.start} cannot be read", "save it as UTF-8"
                ) from failure
            break
    else:
        if data.startswith(_BINARY) or b"\0" in data:
            raise BadInput(f"{name}: not a text file", "save it as text, Markdown or HTML")
        read = utf8_text(data)
        if not isinstance(read, str):
            raise BadInput(f"{name}: line {read.line}: {read.message}", "save it as UTF-8")
        text = read
    if not text.strip():
        raise BadInput(f"{name}: there is no text in it", "give the file of a press digest")
    return text
