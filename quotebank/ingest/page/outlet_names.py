"""The outlet of a page: what the writer corrected, what the page calls its site, the table of domains, its title."""

# ruff: noqa: PLR2004 -- the numbers are lengths and shares

import re
from collections.abc import Callable, Iterator, Sequence

from quotebank.ingest.page.document import Document, in_frame, shown
from quotebank.ingest.page.headings import is_day, is_front, is_long, is_masthead, mastheads
from quotebank.ingest.page.host_names import is_host, is_no_name, is_of_host, same_outlet, spelled
from quotebank.ingest.page.intake import bare, clean
from quotebank.ingest.page.meta_tags import Said, first, said
from quotebank.ingest.page.outlet_words import FORMS, FORMS_BEFORE, NEWSPAPER
from quotebank.ingest.page.sections import Menu
from quotebank.ingest.page.structured import Node
from quotebank.ingest.page.title_parts import ends, pieces
from quotebank.ingest.page.weighing import Evidence, weigh
from quotebank.text.addresses import host_of, site_of

_LONGEST, _LONGEST_JOURNAL = 60, 200
_MOST_WORDS = 7
_SURE = 97
"""A name declared so surely is not looked for in what the page shows."""


def outlets(page: Document, node: Node | None, url: str, titles: Sequence[Said],
            corrected: Callable[[str], str], menu: Menu) -> list[Evidence[str]]:  # fmt: skip
    """What may be the outlet's name, with the weight of each.

    `titles` are the page's declared ones, whole; `menu` the sections among their pieces.
    """
    host = host_of(url)
    if host and (name := clean(corrected(host))):
        return [Evidence(name, "corrected for this site", 99)]
    if journal := first(page.metas, "citation_journal_title").value:  # the site's own name is that of its publisher
        return [Evidence(journal[:_LONGEST_JOURNAL], "citation_journal_title", _SURE)]
    found = [*_named(page, node), *_of_table(host), *_of_titles(page, titles, host, menu)]
    if menu.masthead:
        found.append(Evidence(menu.masthead, "masthead over the menu", 72))
    usable = _weighed_all(found, host)
    if not usable or weigh(usable, same_outlet)[0].confidence < _SURE:
        found = [*_of_host(page, titles, host), *_of_front_links(page, url), *_repeated(page, titles, menu)]
        usable += _weighed_all([piece for piece in found if bare(piece.value) not in menu.sections], host)
    return _as_names(_in_small_letters(_without_nouns(_without_companies(usable))))


def _as_names(found: list[Evidence[str]]) -> list[Evidence[str]]:
    """Evidence with bare domains (songhong.net) given as the name that the page has for them elsewhere."""
    domains = {piece.value for piece in found if _is_address(piece.value)}
    names = sorted({piece.value for piece in found} - domains, key=len)
    written = {
        domain: next((name for name in names if _bears(name, same_outlet(domain))), domain) for domain in domains
    }
    return [piece._replace(value=written.get(piece.value, piece.value)) for piece in found]


def _bears(name: str, label: str) -> bool:
    """Whether a name has the letters of a domain in it, and little more."""
    return len(label) >= 4 and any(label in text and len(text) <= 2 * len(label) for text in spelled(name))


def _without_companies(found: list[Evidence[str]]) -> list[Evidence[str]]:
    """Evidence in which the company that owns a paper weighs little: it is not the paper, however often it is named."""
    return [piece._replace(weight=piece.weight // 2) if is_company(piece.value) else piece for piece in found]


def _without_nouns(found: list[Evidence[str]]) -> list[Evidence[str]]:
    """Evidence with the name alone for one with "newspaper" behind it, where the page has both."""
    names = {piece.value for piece in found}
    short = {f"{name} {noun}": name for name in names for noun in NEWSPAPER}
    return [piece._replace(value=short.get(piece.value, piece.value)) for piece in found]


def _in_small_letters(found: list[Evidence[str]]) -> list[Evidence[str]]:
    """Evidence with names in capitals spelled as the page spells them elsewhere."""
    small = {same_outlet(piece.value): piece.value for piece in found if not piece.value.isupper()}
    return [
        piece._replace(value=small.get(same_outlet(piece.value), piece.value)) if _is_shouted(piece.value) else piece
        for piece in found
    ]


def _is_shouted(name: str) -> bool:
    return name.isupper() and " " in name


def _weighed_all(found: Sequence[Evidence[str]], host: str) -> list[Evidence[str]]:
    usable = []
    for piece in found:
        name = _usable(piece.value, host)
        if name:
            usable.append(piece._replace(value=name, weight=_weighed(piece, name, host)))
    return usable


def _named(page: Document, node: Node | None) -> Iterator[Evidence[str]]:
    for value, source in said(page.metas, "og:site_name"):
        yield Evidence(value, source, 90)
    statements = page.statements
    if node is not None:
        for name, weight in (("publisher", 84), ("sourceOrganization", 74), ("provider", 60)):
            for text in statements.texts(node.get(name))[:1]:
                yield Evidence(text, f"JSON-LD {name}", weight)
        whole = statements.resolved(node.get("isPartOf"))
        for one in whole if isinstance(whole, list) else [whole]:
            kind = str(one.get("@type", "")) if isinstance(one, dict) else ""
            if kind in ("WebSite", "Newspaper", "Periodical", "Magazine", "Blog"):
                yield from (Evidence(text, "JSON-LD isPartOf", 80) for text in statements.texts(one)[:1])
    for value, source in said(page.metas, "prism.publicationname"):
        yield Evidence(value, source, 96)
    for value, source in said(page.metas, "cre dc.publisher dcterms.publisher publisher application-name "
                              "apple-mobile-web-app-title copyright"):  # fmt: skip
        yield Evidence(_without_copyright(value), source, 62 if source != "copyright" else 50)


def _of_table(host: str) -> Iterator[Evidence[str]]:
    from quotebank.ingest.outlet_table import outlet_of_host

    if name := outlet_of_host(host):
        yield Evidence(name, "table of domains", 88)


def _of_titles(page: Document, titles: Sequence[Said], host: str, menu: Menu) -> Iterator[Evidence[str]]:
    """What stands beside the title in ``<title>`` and og:title, if the host bears it or the title's end is known."""
    shown_names = {bare(text) for text in mastheads(page)}
    cores = [shown(element) for element in page.headings] + [value for value, _ in titles]
    if not page.headings:
        cores += _headed(page, titles)
    cores = sorted((core for core in cores if bare(core) not in shown_names), key=len, reverse=True)
    long = {bare(core) for core in cores if len(pieces(core)) == 1 and is_long(core)}
    for value, source in titles:
        if source not in ("<title>", "og:title"):
            continue
        rest = next((found for core in cores if core != value and (found := ends(value, core))), [])
        rest = [piece for piece in rest if bare(piece.text) not in long and bare(piece.text) not in menu.sections]
        rest = [piece for piece in rest if not is_day(piece.text)]
        parts = pieces(value)
        able = [piece.text for piece in rest] or [piece.text for piece in (*parts[-1:], *parts[:1]) if len(parts) > 1]
        named = [text for text in able if is_of_host(text, host)]
        if named:
            yield Evidence(named[-1], f"end of {source}", 72)
        elif rest:
            outer = rest[-1] if rest[-1].end == parts[-1].end else rest[0]
            yield Evidence(outer.text, f"end of {source}", 62 if len(rest) == 1 else 64)


def _headed(page: Document, titles: Sequence[Said]) -> list[str]:
    """The longest piece of a declared title that stands on a line of its own on a page without h1, and is no link."""
    lines = {
        bare(block.text) for block in page.blocks[:200] if block.element.tag != "a" and not in_frame(block.element)
    }
    whole = [piece.text for value, _ in titles for piece in pieces(value) if is_long(piece.text)]
    return sorted((text for text in whole if bare(text) in lines), key=len, reverse=True)[:1]


def _of_host(page: Document, titles: Sequence[Said], host: str) -> Iterator[Evidence[str]]:
    """What the page shows or says that is the name of its host: a masthead, a logo, its first and last lines."""
    if not host:
        return
    pictures = [picture.get("alt") or "" for picture, _ in zip(page.root.iter("img"), range(40), strict=False)]
    lines = [block.text for block in (*page.blocks[:12], *page.blocks[-12:]) if len(block.text) <= 200]
    whole = [*mastheads(page), *map(shown, page.headings), *[value for value, _ in titles], *pictures, *lines]
    seen = []
    for text in whole:
        for piece in (part.text for part in pieces(text)[:8]):
            seen += [_without_copyright(part) for part in (piece, piece.partition(",")[0], piece.partition(":")[0],
                                                           piece.partition(". ")[0])]  # fmt: skip
    found = [name for name in seen if len(name) <= _LONGEST and is_host(name, host) and not _is_address(name)]
    capitals = sorted(found, key=lambda name: (name.islower() or name.isupper(), -found.count(name)))
    if capitals:
        # A name in Latin letters at the foot of a page in another script is that of its company, or a romanisation.
        told = bare(" ".join(whole[: len(whole) - len(lines)]))
        aside = capitals[0].isascii() and bare(capitals[0]) not in told and not _is_latin(told)
        yield Evidence(capitals[0], "the host's name on the page", 45 if aside else 84)


def _is_latin(text: str) -> bool:
    return 2 * sum(char < "\u0250" for char in text) > len(text)


def _is_address(name: str) -> bool:
    return "." in name and re.search(r"[^\s.]\.[a-z]{2,}", name) is not None


def _of_front_links(page: Document, url: str) -> Iterator[Evidence[str]]:
    """The text or picture of a link to the front page, and the name beside a copyright sign."""
    site = site_of(url)
    for link, _ in zip(page.root.iter("a"), range(60), strict=False):
        href = link.get("href") or ""
        if not (is_front(href) and (href[:1] in "./" or not site or site_of(href) == site)):
            continue
        pictured = [picture.get("alt") or picture.get("title") or "" for picture in link.iter("img")]
        for text in (shown(link), *pictured, link.get("title") or ""):
            if bare(text) and not is_no_name(text):
                yield Evidence(clean(text), "link to the front page", 41)
                break
    for text in mastheads(page)[:2]:
        yield Evidence(text, "masthead", 55)
    for block in page.blocks[-25:]:
        if ("©" in block.text or "(c)" in block.text.lower()) and len(block.text) < 200:
            after = re.split(r"(?i)©|\(c\)|copyright", block.text)[-1]
            text = _without_copyright(after) or _without_copyright(block.text)
            yield Evidence(clean(re.split(r"[.;|•·]\s|\s[-–—|]\s", text)[0]), "copyright line", 41)
            return


def _repeated(page: Document, titles: Sequence[Said], menu: Menu) -> Iterator[Evidence[str]]:
    """A name in the head of the page that its title or its foot has, too; of those the one met most often."""
    links = [link for link, _ in zip(page.root.iter("a"), range(40), strict=False) if is_front(link.get("href") or "")]
    logos = [*[shown(link) for link in links], *mastheads(page)]
    logos += [picture.get("alt") or "" for picture, _ in zip(page.root.iter("img"), range(8), strict=False)]
    first = [piece.text for block in page.blocks[:4] for piece in pieces(block.text)[:4]]
    foot = bare(" ".join(block.text for block in page.blocks[-8:])) if len(page.blocks) > 12 else ""
    head = bare(" ".join(block.text for block in page.blocks[:8]))
    whole = [bare(value) for value, _ in titles]
    shown_titles = [shown(element) for element in page.headings if not is_masthead(element)]
    headed = shown_titles if page.headings else _headed(page, titles)
    several = any(len(pieces(value)) > 1 for value, _ in titles)
    found: list[Evidence[str]] = []
    for text, is_logo in [*[(text, True) for text in logos], *[(text, False) for text in first]]:
        if not is_logo and text in headed and (several or any(piece.weight for piece in found)):
            continue
        name = _usable(text, "")
        folded = bare(name)
        if len(folded) < 3 or folded in menu.sections:
            continue
        in_title = any(folded in value and folded != value for value in whole)
        count = in_title + (folded in foot) + (is_logo and folded in head and not in_title)
        weight = (0, 64, 80, 80)[count] if is_logo else 70 if folded in foot and in_title else 0
        found.append(Evidence(name, "name in the page's head and foot", weight))
    best = max(found, key=lambda piece: piece.weight, default=None)
    if best and best.weight:
        yield best


def _without_copyright(text: str) -> str:
    reserved = (
        r"all rights reserved.*|alle rechte vorbehalten.*|tous droits réservés.*|todos los derechos reservados.*|"
        r"все права защищены.*|版权所有"
    )
    years = r"\b(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?"
    text = re.sub(rf"(?i)copyright|©|\(c\)|{reserved}|{years}", " ", text)
    return clean(text).strip(" .,;:|–-")


def _usable(name: str, host: str) -> str:
    """A name as it can be cited: without slogan, handle, address or form of company; `""` when nothing is left."""
    name = clean(name).strip(" \"'|–-·•:")
    if name[:1] in "«“„" or name.count("«") != name.count("»"):
        name = name.strip("«»“”„")
    if "@" in name or name.lower().startswith(("http:", "https:", "www.")):
        return ""
    parts = pieces(name)
    if len(parts) > 1:
        named = [part.text for part in parts if is_of_host(part.text, host)]
        name = (named or [parts[0].text])[0]
    if ":" in name and len(name) > _LONGEST // 2:
        name = name.partition(":")[0]
    name = _without_edition(name.strip(" ,;"))
    wrong = len(name) > _LONGEST or len(name.split()) > _MOST_WORDS or not bare(name) or is_no_name(name)
    return "" if wrong or bare(name).isdecimal() else name


def _without_edition(name: str) -> str:
    """A paper's name without that of its edition in pictures of its pages, or for telephones."""
    endings = (
        "多媒体版",
        "多媒体数字版",
        "数字报",
        "数字版",
        "电子报",
        "电子版",
        "電子報",
        "電子版",
        "手机版",
        "手機版",
        "手机网",
        "デジタル版",
    )
    ending = next((end for end in endings if name.endswith(end) and len(name) > len(end) + 1), "")
    return name.removesuffix(ending) or name


def is_company(name: str) -> bool:
    """Whether a name has the form of a company in it: the publisher's, not the paper's."""
    low = name.lower().rstrip(",")
    return low.endswith(tuple(f" {form}" for form in FORMS)) or low.startswith(
        tuple(f"{form} " for form in FORMS_BEFORE)
    )


def _weighed(piece: Evidence[str], name: str, host: str) -> int:
    """Less for a company, a sentence and a host's name; a little more for a name its host bears."""
    low = name.lower()
    if is_company(name):
        return piece.weight - 40
    if name.endswith(("!", "?")) or (
        len(name.split()) > 4 and name.split()[1].islower() and not is_of_host(name, host)
    ):
        return piece.weight - 25
    if low.removeprefix("www.") == host:
        return piece.weight - 22
    return piece.weight + 8 if piece.weight < 80 and is_of_host(name, host) else piece.weight
