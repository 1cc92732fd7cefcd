"""Notes, bibliography entries and references in the text, each built from `quotebank.cite.wording`."""

from dataclasses import dataclass

from quotebank.cite import wording
from quotebank.cite.locators import shown_locator
from quotebank.cite.pieces import LINK, TEXT, Line, Piece, as_plain, one_line
from quotebank.model.articles import Article
from quotebank.model.quotes import Locator


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited: an article, the place in it, and the source it was read in ("quoted in"), with the place there."""

    article: Article
    locator: Locator | None = None
    via: Article | None = None
    via_locator: Locator | None = None


def note(article: Article, place: str) -> Line:
    """Authors, title, translator, outlet, number, date; then `place` in it, or its pages."""
    line = Line()
    line.then((TEXT, wording.running_names(wording.signers(article))))
    line.then(*wording.title(article))
    if translators := wording.running_names(article.translator):
        line.then((TEXT, f"trans. {translators}"))
    if not (line.pieces or wording.outlet(article)):
        line.then(_last_resort(article))
    wording.add_container(line, article, mark=",")
    line.then((TEXT, place or _pages(article)))
    return line


def _last_resort(article: Article) -> Piece:
    return (LINK, one_line(article.url)) if one_line(article.url) else (TEXT, article.key)


def _pages(article: Article) -> str:
    return shown_locator(Locator("page", article.pages))


def full_note(cited: Cited) -> Line:
    """A note, and the source it was "quoted in" where there is one."""
    line = note(cited.article, shown_locator(cited.locator) if cited.locator else "")
    if cited.via:
        line.then((TEXT, "quoted in "), *_via_pieces(cited))
    return line


def bibliography(cited: Cited) -> list[Piece]:
    """An entry in sentences, under its first author, or under its outlet when nobody signed it."""
    article, line = cited.article, Line()
    authors = wording.index_names(wording.signers(article))
    heading = authors or wording.outlet(article)
    line.then((TEXT, heading))
    line.then(*wording.title(article), mark=".")
    if not line.pieces:
        line.then(_last_resort(article))
    if translators := wording.running_names(article.translator):
        line.then((TEXT, f"Translated by {translators}"), mark=".")
    if authors:
        wording.add_container(line, article, mark=".")
    else:
        numbers = ", ".join(part for part in (_volume(article), _issue(article), wording.date(article)) if part)
        line.then((TEXT, numbers), mark=".")
    line.then((TEXT, _pages(article)))
    _add_link(line, article, ".")
    if cited.via:
        line.then((TEXT, "Quoted in "), *_via_pieces(cited), mark=".")
    line.end(".")
    return line.pieces


def _via_pieces(cited: Cited) -> list[Piece]:
    assert cited.via is not None
    return note(cited.via, shown_locator(cited.via_locator) if cited.via_locator else "").pieces


def _volume(article: Article) -> str:
    return f"Vol. {one_line(article.volume)}" if one_line(article.volume) else ""


def _issue(article: Article) -> str:
    issue = one_line(article.issue)
    return f"No. {issue}" if issue[:1].isdigit() else issue


def _add_link(line: Line, article: Article, mark: str) -> None:
    url = one_line(article.url)
    if url and (LINK, url) not in line.pieces:
        line.then((LINK, url), mark=mark)


def in_text(cited: Cited) -> str:
    """Family names, outlet, number and date in parentheses, in plain text."""
    parts = [*_short(cited.article, cited.locator)]
    if cited.via:
        first, *rest = _short(cited.via, cited.via_locator)
        parts += [f"quoted in {first}", *rest]
    return f"({', '.join(parts)})"


def _short(article: Article, locator: Locator | None) -> list[str]:
    who = wording.family_names(wording.signers(article))
    where = wording.outlet(article)
    what = "" if who or where else as_plain(wording.title(article)) or one_line(article.url) or article.key
    place = shown_locator(locator) if locator else ""
    return [part for part in (who, where, what, _issue(article), wording.date(article), place) if part]


def sentence(cited: Cited) -> list[Piece]:
    """A note with the address of what was read, ended by a full stop."""
    line = full_note(cited)
    _add_link(line, cited.via or cited.article, ",")
    line.end(".")
    return line.pieces
