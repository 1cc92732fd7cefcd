"""The bylines of a page, best first: marked ones, those in its text, datelines and signatures."""

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from quotebank.ingest.page.byline_cleaning import clean_names, names_of
from quotebank.ingest.page.byline_pieces import House, folded, house_of
from quotebank.model.names import Name

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from quotebank.ingest.page.byline_page import Lines, Marked

__all__ = ["Byline", "clean_names", "find_bylines"]

_LONGEST, _NEAR = 160, 6
_FAR_ABOVE, _AT_THE_END = 12, 10
_AGREEMENT, _MOST = 5, 95


class Byline(NamedTuple):
    """A byline: its text on the page, where it was found, how sure that is (0 to 100), and its names."""

    text: str
    source: str
    confidence: int
    names: tuple[Name, ...]


def find_bylines(
    tree: "HtmlElement",
    article: "HtmlElement | None" = None,
    *,
    headline: "HtmlElement | None" = None,
    outlets: Collection[str] = (),
    url: str = "",
    declared: Collection[tuple[Name, ...]] = (),
) -> list[Byline]:
    """The bylines of a page's article, the surest first; none names the outlet, and any tree is allowed.

    Where a mark names the `declared` authors, nothing is looked for in the text. `article` is the element of the
    article's text, `headline` that of its title, if known; `outlets` and `url` are as in `clean_names`. Two sources
    that agree make a byline surer. Time is proportional to the size of the page.
    """
    from quotebank.ingest.page.byline_page import read_lines

    house = house_of(outlets, url)
    lines = read_lines(tree, article, headline)
    found = list(_marked_bylines(lines, house))
    said = {frozenset(folded(name.display) for name in names) for names in declared}
    if not any(frozenset(folded(name.display) for name in byline.names) in said for byline in found):
        from quotebank.ingest.page.byline_prose import told_bylines

        found += [Byline(*told) for told in told_bylines(lines, house)]
    return _together(found)


def _marked_bylines(lines: "Lines", house: House) -> Iterator[Byline]:
    """One byline for each group of marks that stand together."""
    for group in _groups(lines.marks):
        names = _names_of_group(group, house)
        if names:
            first = group[0]
            text = "; ".join(each.text for each in group)[:_LONGEST]
            yield Byline(text, first.mark.source, first.mark.confidence - _distance(first, lines), names)


def _groups(marks: Iterable["Marked"]) -> Iterator[list["Marked"]]:
    """Marks of the same kind that no paragraph parts."""
    group: list[Marked] = []
    for each in marks:
        last = group[-1] if group else each
        alike = each.mark == last.mark and each.paragraphs == last.paragraphs and each.line - last.line <= _NEAR
        if group and not alike:
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _names_of_group(group: list["Marked"], house: House) -> tuple[Name, ...]:
    """The names of marks that stand together, each taken once."""
    texts = [text for each in group for text in _texts(each, house)]
    return names_of(texts, house)


def _texts(marked: "Marked", house: House) -> tuple[str, ...]:
    """The texts with the names of one mark: its own, or those inside it where its own is long or says less."""
    own = names_of([marked.text], house) if len(marked.text) <= _LONGEST else ()
    inner = names_of(marked.inner, house) if marked.inner else ()
    shown = {folded(name.display) for name in own}
    if inner and not all(folded(name.display) in shown for name in inner):
        return marked.inner
    if inner and len(own) > len(inner) + 1:
        return marked.inner
    return (marked.text,) if own else ()


def _distance(marked: "Marked", lines: "Lines") -> int:
    """What a place far from the headline takes from a byline's confidence."""
    if marked.line < lines.headline - _NEAR:
        return _FAR_ABOVE
    return _AT_THE_END if marked.paragraphs > 1 else 0


def _together(found: list[Byline]) -> list[Byline]:
    """Bylines by confidence, each set of names once, surer by every other source that gives it."""
    best: dict[tuple[str, ...], Byline] = {}
    for each in sorted(found, key=lambda byline: -byline.confidence):
        key = tuple(folded(name.display) for name in each.names)
        if key not in best:
            best[key] = each
        elif best[key].source != each.source:
            raised = min(best[key].confidence + _AGREEMENT, max(_MOST, best[key].confidence))
            best[key] = best[key]._replace(confidence=raised)
    return sorted(best.values(), key=lambda byline: -byline.confidence)
