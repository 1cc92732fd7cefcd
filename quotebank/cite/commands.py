r"""Citations that another program turns into text, with the key in them.

Pandoc's ``[@key, p. 3]``, LaTeX's ``\cite[p.~3]{key}``, Markdown's ``[^key]``. All raise `BadInput` for a key that
these programs would not take.
"""

import re
from typing import TYPE_CHECKING

from quotebank.cite import wording
from quotebank.cite.locators import shown_locator
from quotebank.cite.pieces import TEXT, as_markdown, as_plain
from quotebank.model.keys import check_key
from quotebank.text.latex import escape

if TYPE_CHECKING:
    from quotebank.cite.notes import Cited
    from quotebank.model.articles import Article
    from quotebank.model.quotes import Locator


def footnote_mark(cited: "Cited") -> str:
    """The mark of a footnote: ``[^key]``."""
    return f"[^{check_key(cited.article.key)}]"


def pandoc(cited: "Cited") -> str:
    """A pandoc citation; the source that was read follows after a semicolon, so that both are listed."""
    citation = _pandoc_item(cited.article, cited.locator)
    if cited.via:
        citation += f"; quoted in {_pandoc_item(cited.via, cited.via_locator)}"
    return f"[{citation}]"


def pandoc_read(cited: "Cited", tail: str, *, dated: bool) -> str:
    """A pandoc citation of the source that was read alone, the one quoted in it in words before.

    ``[Mirzaian, 2021, as cited in @digest, para. 3]``: what APA and MLA want, whose bibliographies list no other.
    """
    assert cited.via is not None
    words = _inside_a_line(f", {_who(cited, dated=dated)}, {tail}".replace(";", ","))[2:]
    return f"[{words} {_pandoc_item(cited.via, cited.via_locator)}]"


def latex_read(cited: "Cited", tail: str, *, dated: bool) -> str:
    r"""The same for LaTeX: ``\parencite[Mirzaian, 2021, as cited in][para.~3]{digest}``."""
    assert cited.via is not None
    words = escape(f"{_who(cited, dated=dated)}, {tail}")
    place = escape(shown_locator(cited.via_locator)).replace(". ", ".~") if cited.via_locator else ""
    return f"\\parencite[{{{words}}}][{{{place}}}]{{{check_key(cited.via.key)}}}"


def _who(cited: "Cited", *, dated: bool) -> str:
    """Family names (or outlet, or title) of the quoted source, and its year where it is wanted."""
    article = cited.article
    who = wording.family_names(wording.signers(article)) or wording.outlet(article) or as_plain(wording.title(article))
    year = article.date.year if article.date else None
    return f"{who or article.key}, {year or 'n.d.'}" if dated else who or article.key


def _pandoc_item(article: "Article", locator: "Locator | None") -> str:
    single_marks = re.fullmatch(r"[A-Za-z0-9_]+(?:[:.+-][A-Za-z0-9_]+)*", check_key(article.key))
    key = f"@{article.key}" if single_marks else f"@{{{article.key}}}"
    place = shown_locator(locator) if locator else ""
    if not (locator and place):
        return key
    if locator.label == "timestamp":
        # Without a word of its own pandoc would take the minutes for pages.
        return f"{key}{_inside_a_line(f', at {place}')}"
    if re.fullmatch(r"[\w. ,–-]*", place):
        return f"{key}, {place}"
    inside = place.replace("{", "(").replace("}", ")")
    return f"{key}, {{{_inside_a_line(f', {inside}')[2:]}}}"


def _inside_a_line(text: str) -> str:
    """`text` as Markdown; it begins with a comma, so that ``p.`` is not escaped as the mark of a list."""
    return as_markdown([(TEXT, text)])


def latex(cited: "Cited") -> str:
    r"""``\cite[p.~3]{key}``, which classic LaTeX and biblatex both know."""
    citation = _latex_command(cited.article, cited.locator)
    return f"{citation}, quoted in {_latex_command(cited.via, cited.via_locator)}" if cited.via else citation


def _latex_command(article: "Article", locator: "Locator | None") -> str:
    place = escape(shown_locator(locator)).replace(". ", ".~") if locator else ""
    # Braces keep a closing bracket in the place from ending the argument.
    option = f"[{{{place}}}]" if "]" in place or "[" in place else f"[{place}]" if place else ""
    return f"\\cite{option}{{{check_key(article.key)}}}"
