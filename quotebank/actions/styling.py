"""Citations and bibliographies by a CSL style: records to the engine's items, its answer to text."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quotebank.actions.sources import preferred
from quotebank.cite.engine import Citation, Cite, Engine, Formatted
from quotebank.cite.notes import Cited
from quotebank.cite.pieces import TEXT, Piece
from quotebank.cite.styles import Style, load_style, load_style_file
from quotebank.formats.csl_items import csl_item
from quotebank.model.articles import Article
from quotebank.model.quotes import Locator

TAILS = {
    "de": "zitiert nach", "fr": "cité dans", "ru": "цит. по:", "uk": "цит. за:", "es": "citado en", "it": "citato in",
    "nl": "geciteerd in", "pl": "cyt. za:",
}  # fmt: skip
"""How languages introduce the source that was read; English by style."""

_ENGLISH_TAILS = (("apa", "as cited in"), ("modern-language-association", "qtd. in"), ("gost", "цит. по:"))


class Styling(NamedTuple):
    """A style, the engine that applies it, and the language it is to write in (empty for the style's own)."""

    engine: Engine
    style: Style
    locale: str = ""

    @property
    def tail(self) -> str:
        """The words between a source and the one it was read in."""
        language = (self.locale or self.style.locale)[:2].lower()
        english = next((tail for name, tail in _ENGLISH_TAILS if self.style.name.startswith(name)), "quoted in")
        return TAILS.get(language, english)

    @property
    def mode(self) -> str:
        """Which works its bibliographies list: see `quotebank.actions.sources`."""
        return preferred(self.style.name)


def find_styling(environ: Mapping[str, str], name: str, csl_file: str = "", locale: str = "") -> Styling:
    """The style of that name or in that file, and pandoc to apply it.

    Raises `UsageError` naming the nearest styles, `BadInput` for a file that is no style, `EngineUnavailable` where
    pandoc or the styles are not installed.
    """
    from quotebank.cite.pandoc import Pandoc

    style = load_style_file(csl_file) if csl_file else load_style(name)
    return Styling(Pandoc.find(environ), style, locale)


def bibliography(
    styling: Styling, articles: Sequence[Article], tails: Mapping[str, str]
) -> tuple[list[tuple[str, tuple[Piece, ...]]], Sequence[str]]:
    """Key and entry of each article in the style's order, and warnings; `tails` are "quoted in" sentences by key."""
    items = [csl_item(article, tails.get(article.key, "")) for article in articles]
    done = styling.engine.format(items, (), styling.style.xml, styling.locale, True)
    return list(done.bibliography), done.warnings


def notes(
    styling: Styling, cited: Sequence[Cited], *, in_text: bool = False
) -> tuple[list[tuple[Piece, ...]], Sequence[str]]:
    """The citation of each, in their order: later ones of a work take the style's short form. With warnings."""
    asked: list[Citation] = []
    for each in cited:
        asked.append(_citation(each.article, each.locator, in_text=in_text))
        if each.via:
            asked.append(_citation(each.via, each.via_locator))
    known = {article.key: article for each in cited for article in (each.article, each.via) if article}
    items = [csl_item(article) for article in known.values()]
    done: Formatted = styling.engine.format(items, asked, styling.style.xml, styling.locale)
    shown = iter(done.citations)
    told = [_with_source(next(shown), next(shown), styling.tail) if each.via else next(shown) for each in cited]
    return told, done.warnings


def _citation(article: Article, locator: Locator | None, *, in_text: bool = False) -> Citation:
    label, place = (locator.label, " ".join(locator.value.split())) if locator else ("", "")
    return Citation((Cite(article.key, label, place, in_text=in_text),))


def _with_source(first: tuple[Piece, ...], second: tuple[Piece, ...], tail: str) -> tuple[Piece, ...]:
    """One citation of two: ``(A, 2021, as cited in B, 2021)``, or one note of two with one full stop."""
    between: Piece = (TEXT, f", {tail} ")
    if _is_in_parentheses(first) and _is_in_parentheses(second):
        return _joined([*_cut(first, 0, 1), between, *_cut(second, 1, 0)])
    ended = bool(first) and first[-1][0] == TEXT and first[-1][1].endswith(".")
    return _joined([*(_cut(first, 0, 1) if ended else first), between, *second])


def _is_in_parentheses(pieces: Sequence[Piece]) -> bool:
    return bool(pieces) and pieces[0][1].startswith("(") and pieces[-1][1].endswith(")")


def _cut(pieces: Sequence[Piece], before: int, after: int) -> list[Piece]:
    """The pieces without so many characters at the beginning and at the end."""
    cut = list(pieces)
    if before:
        cut[0] = (cut[0][0], cut[0][1][before:])
    if after:
        cut[-1] = (cut[-1][0], cut[-1][1][:-after])
    return cut


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with neighbouring texts run together, empty ones left out."""
    done: list[Piece] = []
    for kind, text in pieces:
        if done and done[-1][0] == kind == TEXT:
            done[-1] = (TEXT, done[-1][1] + text)
        elif text:
            done.append((kind, text))
    return tuple(done)
