"""The title as the page shows it: its heading, where that is one, else what its metadata agree on."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotebank.ingest.page.document import Document, in_frame, shown
from quotebank.ingest.page.headings import above_prose, is_long, is_masthead, titled
from quotebank.ingest.page.intake import alike, bare, plain
from quotebank.ingest.page.meta_tags import Said, said
from quotebank.ingest.page.structured import Node
from quotebank.ingest.page.title_parts import agreed, is_named, likely, pieces, trimmed, without_prefix
from quotebank.ingest.page.weighing import Verdict

if TYPE_CHECKING:
    from lxml.html import HtmlElement

META = (
    "citation_title og:title twitter:title dcterms.title dc.title parsely-title sailthru.title headline "
    "article:title bt:title title"
)
"""Meta elements that name the title, the best first."""

_LOOSE = ("<title>", "og:title", "twitter:title", "title")
"""Declared titles to which sites add their names."""
_SURE = {1: 80, 2: 92}
_LONGEST = 600
_UNSEEN = 55
"""How sure a lone ``<title>`` is that nothing on the page bears out: it may be the name of the site or a section."""
_SHORT = 12
"""Shorter titles (in letters) agree only if they are the same."""


class Titled(NamedTuple):
    """The title, and the heading element that shows it, if one does."""

    verdicts: list[Verdict[str]]
    heading: "HtmlElement | None"


def declared(page: Document, node: Node | None) -> list[Said]:
    """Every title that the page declares, the best first, its ``<title>`` last."""
    found = []
    if node is not None:
        found.append(Said(page.statements.text(node, "headline", "name"), "JSON-LD headline"))
    found += said(page.metas, META)
    marked = page.root.xpath("//*[@itemprop='headline'][not(self::meta)][not(self::h1)]")
    found += [Said(plain(shown(element)), "itemprop headline") for element in marked[:3]]
    if page.title:
        found.append(Said(page.title, "<title>"))
    return [Said(value[:_LONGEST], source) for value, source in found if bare(value)]


def titles(page: Document, claims: Sequence[Said], names: Collection[str]) -> Titled:
    """The title of a page; `names` are the `bare` names of its outlet and sections.

    The heading is taken before what is declared: that is often written for search engines. Of several headings it is
    the one that agrees with a declared title; a single one that agrees with none must look like a title.
    """
    headings = {bare(shown(element)) for element in page.headings}
    cores = [Said(trimmed(value, names), source) for value, source in claims]
    cores = [
        Said(without_prefix(value, names), source) if source in _LOOSE and bare(value) not in headings else core
        for core in cores
        for value, source in [core]
    ]
    found = _of_headings(page, cores, names)
    if found is not None:
        return found
    verdicts = _of_claims(cores, names)
    alone = len(verdicts) == 1 and verdicts[0].sources == ("<title>",) and bare(verdicts[0].value) == bare(page.title)
    if alone and not _is_seen(page, verdicts[0].value):
        verdicts = [verdicts[0]._replace(confidence=_UNSEEN)]
    return Titled(verdicts, None)


def _is_seen(page: Document, title: str) -> bool:
    """Whether the words of a title stand in the body of the page, or there are none."""
    folded = bare(title)
    lines = [block for block in page.blocks[:200] if block.element.tag != "title"]
    return not lines or any(folded in bare(block.text) for block in lines)


def _of_headings(page: Document, cores: Sequence[Said], names: Collection[str]) -> Titled | None:
    """The heading that agrees with most declared titles, first among the h1, then among what looks like a heading."""
    folded = [bare(core.value) for core in cores if not is_named(core.value, names)]
    has_long = any(is_long(core.value) for core in cores if not is_named(core.value, names))
    best, support = None, 0
    for element in page.headings:
        count = _support(element, folded, names)
        if count > support:
            best, support = element, count
    if best is None and (alone := _alone(page, names, has_long)):
        return alone
    if best is None:
        looking = list(above_prose(page, names, folded))[:8]
        best = max(looking, key=lambda element: _support(element, folded, names), default=None)
        if best is None:
            return None
        if not _support(best, folded, names):
            looking = [element for element in looking if is_long(shown(element))]
            return _unsupported(looking[0], names, has_long) if looking else None
    text = _fitted(_with_subtitle(best, trimmed(titled(best), names), folded), cores)
    agreeing = len({core.source for core in cores if alike(bare(text), bare(core.value))})
    name = "h1" if best.tag == "h1" else "heading"
    return Titled([Verdict(text, (name,), _SURE.get(agreeing, 97) if agreeing < 3 else 97)], best)  # noqa: PLR2004


def _with_subtitle(element: "HtmlElement", text: str, folded: Sequence[str]) -> str:
    """A heading's text with the subtitle behind it where a declared title has both, and none the text alone."""
    whole = shown(element)
    longer = bare(whole)
    if bare(text) in folded or longer not in folded or not longer.startswith(bare(text)):
        return text
    return whole


def _support(element: "HtmlElement", folded: Sequence[str], names: Collection[str]) -> int:
    """How many declared titles a heading agrees with; exact agreement counts more."""
    text = bare(trimmed(titled(element), names))
    if not text or text in names:
        return 0
    return sum(alike(text, core) if min(len(text), len(core)) >= _SHORT else text == core for core in folded) * 2 + (
        text in folded
    )


def _alone(page: Document, names: Collection[str], contradicted: bool) -> Titled | None:
    """A heading that no declared title agrees with: the only one of its kind, long enough, no masthead."""
    able = [element for element in page.headings if not in_frame(element) and not is_masthead(element)]
    able = [element for element in able if bare(shown(element)) not in names and is_long(titled(element))]
    if len(able) != 1:
        return None
    text = trimmed(titled(able[0]), names)
    return Titled([Verdict(text, ("h1",), 72 if contradicted else 85)], able[0])


def _unsupported(element: "HtmlElement", names: Collection[str], contradicted: bool) -> Titled | None:
    """What looks like a heading and agrees with nothing: taken where no title is declared but the site's name."""
    if contradicted and element.tag not in ("h1", "h2"):
        return None
    text = trimmed(titled(element), names)
    return Titled([Verdict(text, ("heading",), 62 if contradicted else 72)], element)


def _fitted(text: str, cores: Sequence[Said]) -> str:
    """A heading's text without the byline or kicker in it, in the capitals of what is declared."""
    folded = bare(text)
    for core, source in cores:
        other = bare(core)
        if other == folded:
            return core if text.isupper() and not core.isupper() else text
        if source == "<title>" or not other or other not in folded:
            continue
        supported = sum(bare(one.value) == other for one in cores) > 1
        if supported and 2 * len(other) >= len(folded) and (at := text.casefold().find(core.casefold())) >= 0:
            return text[at : at + len(core)]
    return text


def _of_claims(cores: Sequence[Said], names: Collection[str]) -> list[Verdict[str]]:
    """The declared titles by how many others have them, whole or as a piece; the shortest form with most support."""
    usable = [core for core in cores if not is_named(core.value, names)]
    if not usable:
        return []
    counts = agreed([core.value for core in usable])
    verdicts = []
    for core in usable:
        text, support = core.value, counts[bare(core.value)]
        if support == 1:
            text, support = _common(text, counts)
        if support == 1 and core.source in _LOOSE and len(pieces(text)) > 1:
            text = likely(text)
        truncated = text.endswith(("…", "..."))
        base = 70 if core.source == "<title>" else 82
        sure = max(base, _SURE.get(support, 97)) if support > 1 else base
        verdicts.append(Verdict(text, (core.source,), sure - (15 if truncated else 0)))
    whole = [verdict for verdict in verdicts if verdict.confidence >= max(v.confidence for v in verdicts)]
    rest = [verdict for verdict in verdicts if verdict not in whole]
    return [*whole, *rest]


def _common(text: str, counts: dict[str, int]) -> tuple[str, int]:
    """The longest run of leading or closing pieces of `text` that another title has too."""
    parts = pieces(text)
    runs = [text[: part.end] for part in parts[-2::-1]] + [text[part.start :] for part in parts[1:]]
    for run in runs:
        if counts.get(bare(run), 1) > 1 and 2 * len(bare(run)) >= len(bare(text)):
            return run.strip(), counts[bare(run)]
    return text, 1
