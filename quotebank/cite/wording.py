"""The parts of a citation in words: who, which title, where it appeared, when.

The order and punctuation of the American press note (Chicago Manual of Style, 17th ed., chapter 14), with the
day before the month as most of the world's press writes it.
"""

from collections.abc import Sequence

from quotebank.cite.pieces import ITALIC, TEXT, Line, Piece, in_quotes, one_line
from quotebank.model.articles import Article
from quotebank.model.names import Name

MOST_NAMES = 3
"""More authors than these are the first and "et al." in notes and in the text."""

_WHOLE_WORKS = ("book", "thesis", "report", "motion_picture", "pamphlet", "periodical", "manuscript", "legislation")
_SHORTEST_SENTENCE_END = 4


def running_names(names: Sequence[Name]) -> str:
    """Names in reading order: one, two, three, or the first and "et al."."""
    return _series([one_line(name.display) for name in names], shorten=True)


def family_names(names: Sequence[Name]) -> str:
    """Family names alone, as running text refers to authors."""
    return _series([one_line(_family(name)) for name in names], shorten=True)


def index_names(names: Sequence[Name]) -> str:
    """All names for a bibliography, the first turned round unless it is written family first."""
    first, *rest = names or (Name(),)
    head = one_line(first.display if first.family_first else first.sorted)
    turned = not first.literal and not first.family_first
    return _series([head, *(one_line(name.display) for name in rest)], shorten=False, comma=turned)


def _family(name: Name) -> str:
    if name.literal:
        return name.literal
    return " ".join(part for part in (name.particle, name.family) if part) or name.given or name.suffix


def _series(names: Sequence[str], *, shorten: bool, comma: bool = False) -> str:
    shown = [name for name in names if name]
    if shorten and len(shown) > MOST_NAMES:
        return f"{shown[0]} et al."
    if len(shown) == 2 and not comma:  # noqa: PLR2004 - "A and B", the one pair without a comma
        return " and ".join(shown)
    return ", ".join([*shown[:-1], f"and {shown[-1]}"]) if len(shown) > 1 else "".join(shown)


def signers(article: Article) -> Sequence[Name]:
    """Its authors, but for an outlet that signs its own item (TASS in TASS) and is said as such anyway."""
    if not any(name.literal for name in article.authors):
        return article.authors
    own = outlet(article).casefold()
    return [name for name in article.authors if not own or one_line(name.literal).casefold() != own]


def outlet(article: Article) -> str:
    """Where it appeared: the outlet, its name in its own script, or the publisher."""
    return one_line(article.outlet) or one_line(article.original.outlet) or one_line(article.publisher)


def date(article: Article) -> str:
    """The date in words, or ``n.d.``."""
    return article.date.display() if article.date else "n.d."


def title(article: Article) -> list[Piece]:
    """The title as cited with its original and its translation in brackets; nothing for an untitled item.

    In quotation marks when it appeared in something, else (a book, a report) in italics.
    """
    given = _unstopped(one_line(article.title))
    original, translated = one_line(article.original.title), one_line(article.title_translated)
    head = given or original
    if not head:
        return [(TEXT, f"[{translated}]")] if translated else []
    others = [text for text in (original, translated) if text and text not in (head, given)]
    brackets = "".join(f" [{text}]" for text in others)
    if article.type in _WHOLE_WORKS and not one_line(article.outlet):
        return [(ITALIC, head), (TEXT, brackets)]
    return [(TEXT, f"{in_quotes(head)}{brackets}")]


def _unstopped(text: str) -> str:
    """A title without the full stop some pages put after it; abbreviations keep theirs."""
    word = text.rsplit(" ", 1)[-1]
    return text[:-1] if word.endswith(".") and word.count(".") == 1 and len(word) > _SHORTEST_SENTENCE_END else text


def add_container(line: Line, article: Article, *, mark: str, dated: bool = True) -> None:
    """Add where and when it appeared to `line`: outlet, volume, issue, date. `mark` ends what stands before."""
    place = outlet(article)
    volume, issue = one_line(article.volume), one_line(article.issue)
    if place:
        kind = ITALIC if one_line(article.outlet) or one_line(article.original.outlet) else TEXT
        line.then((kind, place), (TEXT, f" {volume}" if volume else ""), mark=mark)
        mark = ","
    elif volume:
        line.then((TEXT, f"vol. {volume}"), mark=mark)
        mark = ","
    if issue:
        line.then((TEXT, f"No. {issue}" if issue[0].isdigit() else issue), mark=mark)
        mark = ","
    if dated:
        line.then((TEXT, date(article)), mark=mark)
