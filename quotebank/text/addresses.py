"""Addresses of web pages: cleaned for a record, compared with one another, and found within those of web archives.

Rules and not sites: hosts for telephones, AMP pages and parameters that only say where a reader came from are told by
their names, which publishers share.
"""

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit, urlunsplit

_TRACKING = frozenset((
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "ttclid",
    "igshid",
    "igsh", "li_fat_id", "mc_cid", "mc_eid", "mkt_tok", "_hsenc", "_hsmi", "oly_anon_id", "oly_enc_id", "vero_id",
    "wickedid", "ito", "cmpid", "cmp", "ncid", "ocid", "smid", "smtyp", "maca", "sr_share", "spm", "share_source",
    "share_medium", "share_id", "srnd", "sref", "xtor", "at_medium", "at_campaign", "at_custom1", "at_custom2",
    "ns_campaign", "ns_mchannel", "ns_source", "ns_linkname", "s_cid", "wt_mc", "wt.mc_id",
    "guccounter", "guce_referrer",
    "guce_referrer_sig", "__twitter_impression", "amp_js_v", "amp_gsa", "usqp", "feature_share", "fb_ref", "rss",
    "_openstat", "from_source",
))  # fmt: skip
"""Parameters that say where a reader came from, never which page is meant."""

_TRACKING_STARTS = ("utm_", "pk_", "mtm_", "piwik_", "hsa_", "matomo_")
_REFERENCES = frozenset(
    ("rss", "share", "fb", "twitter", "facebook", "tw", "email", "newsletter", "nl", "push", "social")
)
"""Values by which ``ref``, ``source`` and ``from`` say the same; other values may choose a page."""

_REFERRING = frozenset(("ref", "source", "from", "src", "referrer"))
_AMP_VALUES = {"outputtype": "amp", "output": "amp", "amp": None, "mode": "amp", "view": "amp"}
_MOBILE_HOSTS = ("www", "m", "mobile", "amp", "mobil", "wap", "touch")
_INDEXES = frozenset(("index.html", "index.htm", "index.php", "default.aspx", "default.asp"))
_PORTS = {"http": 80, "https": 443}
_SECOND_LEVELS = frozenset(
    ("co", "com", "org", "net", "gov", "edu", "ac", "or", "go", "ne", "gob", "gouv", "mil", "info")
)
_COUNTRY = 2
_TIMESTAMP = 14
_LONGEST = 8_000


class Archived(NamedTuple):
    """A web archive's copy: the address it is of (``""`` where that is not said) and its EDTF day, if said."""

    original: str
    taken: str


def cleaned(url: str) -> str:
    """The address a record keeps: scheme and host in lower case, without default port, tracking and fragment.

    A fragment that names a page (``#!/...``) stays. What is no http address comes back as it is, without spaces around.
    """
    url = url.strip()
    parts = _split(url)
    if parts is None:
        return url
    host, port = parts.hostname or "", _port(parts)
    if ":" in host:
        host = f"[{host}]"
    if port and port != _PORTS[parts.scheme]:
        host = f"{host}:{port}"
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    return urlunsplit((parts.scheme, host, parts.path or "/", _kept(parts.query), fragment))


def compared(url: str) -> str:
    """The form in which two addresses are compared; ``""`` for no address and for the mere front page of a site.

    Without scheme, the host's ``www``, ``m`` or ``amp``, AMP's parts of path and query, tracking, trailing slash,
    index page and fragment; the query in order of its names. A copy in a web archive compares as its original.
    """
    if "rchive" in url[:40] and (copy := archived(url)) and copy.original:
        url = copy.original
    parts = _split(url.strip())
    if parts is None:
        return ""
    host, port = _bare(parts.hostname or ""), _port(parts)
    if port and port not in _PORTS.values():
        host = f"{host}:{port}"
    path = parts.path
    if "%" in path:
        path = unquote(path)
    pieces = [piece for piece in path.split("/") if piece]
    if pieces and pieces[-1].lower() in _INDEXES:
        pieces.pop()
    if pieces and pieces[-1].lower() == "amp":
        pieces.pop()
    elif pieces and pieces[0].lower() == "amp":
        del pieces[0]
    if pieces and pieces[-1].lower().endswith((".amp", ".amp.html")):
        pieces[-1] = pieces[-1].lower().removesuffix(".html").removesuffix(".amp")
    query = _compared_query(parts.query) if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""
    if not (host and (pieces or query or fragment)):
        return ""
    return "/".join((host, *pieces)) + query + fragment


def host_of(url: str) -> str:
    """The host of an address in lower case, without ``www``; ``""`` for no address."""
    parts = _split(url.strip())
    return (parts.hostname or "").removeprefix("www.") if parts else ""


def site_of(url: str) -> str:
    """The domain its owner registered, as far as its form tells: ``bbc.co.uk`` for ``news.bbc.co.uk``.

    Two letters at the end and a general word before them (``co``, ``com``, ``ac``) count as one ending; the whole
    list of endings (publicsuffix.org) is not consulted, so blogs of one provider are one site.
    """
    host = host_of(url).rstrip(".")
    labels = host.split(".")
    if host.replace(".", "").isdigit() or ":" in host:
        return host
    wide = len(labels) > _COUNTRY and len(labels[-1]) == _COUNTRY and labels[-2] in _SECOND_LEVELS
    return ".".join(labels[-3:] if wide else labels[-2:])


def archived(url: str) -> Archived | None:
    """What an address of a web archive is a copy of, None for any other address.

    The forms of web.archive.org (``/web/20211130090000id_/http://...``), archive.today and its other domains
    (``/20211130090000/http://...`` or a short name that does not tell) and perma.cc.
    """
    parts = _split(url.strip())
    if parts is None:
        return None
    host = (parts.hostname or "").removeprefix("www.")
    if host == "perma.cc":
        return Archived("", "") if parts.path.strip("/") else None
    if host == "web.archive.org" or host in _today():
        return _copy(url.strip(), host)
    return None


def _copy(url: str, host: str) -> Archived | None:
    after = url.split("//", 1)[1].partition("/")[2]
    if host == "web.archive.org":
        head, _, after = after.partition("/")
        if head != "web":
            return None
    mark, _, original = after.partition("/")
    stamp = "".join(char for char in mark.partition("_")[0] if char.isdigit())
    if not original:
        return Archived("", "") if host in _today() and mark else None
    if not stamp or not mark[0].isdigit():
        return None
    if not original.lower().startswith(("http:", "https:")):
        original = f"http://{original}"
    head, _, tail = original.partition(":")
    return Archived(f"{head.lower()}://{tail.lstrip('/')}", _day(stamp))


@cache
def _today() -> frozenset[str]:
    return frozenset(f"archive.{ending}" for ending in ("today", "ph", "is", "li", "vn", "md", "fo"))


def _day(stamp: str) -> str:
    """The EDTF day of a capture's time (``20211130090000``), ``""`` for one that is no day."""
    if len(stamp) < _TIMESTAMP:
        return ""
    from datetime import date

    try:
        return date(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8])).isoformat()
    except ValueError:
        return ""


def _split(url: str) -> SplitResult | None:
    """The parts of an http address, None for anything else."""
    if len(url) > _LONGEST or not url[:5].lower().startswith("http"):
        return None
    try:
        parts = urlsplit(url)
        if parts.scheme not in _PORTS or not parts.hostname:
            return None
        _ = parts.port
    except ValueError:
        return None
    return parts


def _port(parts: SplitResult) -> int | None:
    return parts.port if parts.netloc[-1:].isdigit() and ":" in parts.netloc else None


def _bare(host: str) -> str:
    """A host without what only chooses a layout, its letters in their own script (IDNA, RFC 3490)."""
    if "xn--" in host:
        with suppress(UnicodeError):
            host = host.encode("ascii").decode("idna")
    first, _, rest = host.rstrip(".").partition(".")
    while first in _MOBILE_HOSTS and "." in rest:
        host = rest
        first, _, rest = host.partition(".")
    return host.rstrip(".")


def _kept(query: str) -> str:
    """A query without tracking, else as it was written."""
    if not query:
        return ""
    return "&".join(pair for pair in query.split("&") if pair and not _is_tracking(*_named(pair)))


def _named(pair: str) -> tuple[str, str]:
    name, _, value = pair.partition("=")
    return unquote(name).lower(), value.lower()


def _is_tracking(name: str, value: str) -> bool:
    return (
        name in _TRACKING
        or name.startswith(_TRACKING_STARTS)
        or (name in _REFERRING and (value in _REFERENCES or value.startswith(("rss", "share"))))
    )


def _compared_query(query: str) -> str:
    pairs = sorted(_telling(query))
    return f"?{urlencode(pairs)}" if pairs else ""


def _telling(query: str) -> Iterator[tuple[str, str]]:
    for name, value in parse_qsl(query, keep_blank_values=True):
        low = name.lower()
        if _is_tracking(low, value.lower()):
            continue
        if low in _AMP_VALUES and _AMP_VALUES[low] in (None, value.lower()):
            continue
        yield name, value
