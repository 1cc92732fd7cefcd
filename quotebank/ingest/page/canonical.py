"""The address of an article: its canonical one, if that is of the same site, cleaned; archives' copies undone."""

import ipaddress
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urljoin

from quotebank.ingest.page.document import Document
from quotebank.ingest.page.intake import clean
from quotebank.ingest.page.meta_tags import said
from quotebank.ingest.page.structured import Node
from quotebank.text.addresses import archived, cleaned, compared, host_of, site_of


class Address(NamedTuple):
    """An address with its source and confidence, and the archive's copy it was read from, if it was one."""

    url: str = ""
    source: str = ""
    confidence: int = 0
    archive_url: str = ""
    archive_date: str = ""


class Origin(NamedTuple):
    """Where a page was read: the address given by the writer or by the saved page, with archives undone."""

    url: str
    source: str
    archive_url: str = ""
    archive_date: str = ""


def origin(given: Sequence[tuple[str, str]], page: Document | None = None) -> Origin:
    """The first usable address among (address, source); files and one's own machine have no address worth citing.

    A page out of an archive says so in its canonical link as well.
    """
    linked = [(href, "link canonical") for href in page.links("canonical")] if page else []
    linked += [(value, name) for value, name in said(page.metas, "og:url")] if page else []
    for url, source in (*given, *[pair for pair in linked if archived(pair[0])]):
        url = clean(url)  # noqa: PLW2901
        if not host_of(url) or is_local(host_of(url)):
            continue
        copy = archived(url)
        if copy is None:
            return Origin(url, source)
        return Origin(copy.original, f"{source}, of the archived copy", cleaned(url), copy.taken)
    return Origin("", "")


def address(page: Document, node: Node | None, start: Origin) -> Address:
    """The address to cite: canonical link, og:url or JSON-LD's of the same site, else the one the page was read at."""
    site = site_of(start.url)
    claims = list(_claims(page, node, start.url))
    for url, source in claims:
        if not site or site_of(url) == site or _is_twin(url, start.url):
            agreeing = sum(compared(other) == compared(url) for other, _ in claims) + (
                compared(start.url) == compared(url)
            )
            sure = min(85 + 5 * agreeing, 99) if site else min(75 + 8 * agreeing, 97)
            return Address(cleaned(url), source, sure, start.archive_url, start.archive_date)
    if start.url:
        return Address(cleaned(start.url), start.source, 90, start.archive_url, start.archive_date)
    return Address("", "", 0, start.archive_url, start.archive_date)


def _is_twin(url: str, other: str) -> bool:
    """Whether two addresses are one page under two endings of one name: ``name.com/page`` and ``name.co.il/page``."""
    one, two = compared(url).partition("/"), compared(other).partition("/")
    names = [
        host_of(address).partition(site_of(address))[0] + site_of(address).partition(".")[0] for address in (url, other)
    ]
    return names[0] == names[1] and one[2].partition("?")[0] == two[2].partition("?")[0] != ""


def _claims(page: Document, node: Node | None, base: str) -> Iterator[tuple[str, str]]:
    raw = [(href, "link canonical") for href in page.links("canonical")]
    raw += [(value, name) for value, name in said(page.metas, "og:url")]
    if node is not None:
        statements = page.statements
        raw += [(url, "JSON-LD url") for url in statements.texts(node.get("url"), names="@id url")]
        raw += [(url, "JSON-LD mainEntityOfPage")
                for url in statements.texts(node.get("mainEntityOfPage"), names="@id url")]  # fmt: skip
    raw += [
        (value, name) for value, name in said(page.metas, "twitter:url parsely-link citation_public_url dc.identifier")
    ]
    for href, source in raw:
        url = absolute(href, base)
        copy = archived(url) if url else None
        if copy is not None:
            url = copy.original
        if url and compared(url) and not is_local(host_of(url)):
            yield url, source


def absolute(href: str, base: str) -> str:
    """An address made whole by the page's own; `""` for what is no http address."""
    try:
        url = urljoin(base, clean(href)) if base else clean(href)
    except ValueError:
        return ""
    if url.startswith("//"):
        url = f"https:{url}"
    return url if host_of(url) else ""


def is_local(host: str) -> bool:
    """Whether a host is of one's own machine or network: a copy served from there is cited by what it says itself."""
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal", ".lan")):
        return True
    try:
        return not ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        return False
