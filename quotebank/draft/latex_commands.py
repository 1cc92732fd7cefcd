r"""The commands by which LaTeX cites: what each takes, and how it cites.

LaTeX itself, natbib 8.31, biblatex 3.19 (manual, 3.9), csquotes 5.2 (manual, 5 and 8.2), jurabib 0.6, apacite 6.03,
harvard, chicago, cite, REVTeX and abntex2.
"""

from functools import cache
from typing import NamedTuple

MULTI, VOLUME, QUOTING, LANGUAGE_QUOTING = "multi", "volume", "quoting", "language quoting"
"""Shapes other than the ordinary ``\\command*[pre][post]{keys}``.

``\\cites(pre)(post)[pre][post]{keys}[pre][post]{keys}``; ``\\volcite[pre]{volume}[page]{keys}``; csquotes'
``\\textcquote[pre][post]{keys}[mark]{text}``; the same with a language in braces first.
"""


class Command(NamedTuple):
    """A command: the shape of what follows it, its mode, and the mode of its starred form where that is another."""

    shape: str = ""
    mode: str = "parenthetical"
    starred: str = ""


_PARENTHETICAL = """
    citep Citep citealt Citealt citealp Citealp citepalias citetalias citenum footcite Footcite footcitetext
    Footcitetext smartcite Smartcite supercite notecite Notecite pnotecite Pnotecite fnotecite Fnotecite nptextcite
    onlinecite citen shortcite shortciteNP citeNP maskcite maskciteNP nextcite footnextcite citeaffixed
    headlesscite headlessfullcite shorthandcite footciteA citeauthoryear citefield citelist citename entrycite
    citejournal shortcitenum citeurlyear
"""
_NARRATIVE = """
    citet Citet textcite Textcite gentextcite Gentextcite citeA shortciteA maskciteA fullciteA citeN shortciteN
    fullciteN citeasnoun possessivecite citeonline citeauthor Citeauthor citeauthors citefullauthor Citefullauthor
    fullciteauthor shortciteauthor maskciteauthor surnamecite citeauthorNP
"""
_SUPPRESSED = """
    citeyear citeyearpar citeyearNP citetitle Citetitle citedate Citedate citeurl citedoi shortciteyear fullciteyear
"""
_FULL = "fullcite footfullcite fullciteNP fullcitebib bibentry"
_STARRED = "cite Cite parencite Parencite autocite Autocite"
_MULTI = {
    "parenthetical": "cites Cites parencites Parencites autocites Autocites footcites Footcites footcitetexts "
    "Footcitetexts smartcites Smartcites supercites",
    "narrative": "textcites Textcites",
}
_VOLUME = "volcite pvolcite fvolcite ftvolcite svolcite avolcite"


@cache
def commands() -> dict[str, Command]:
    """The citing commands by name, without backslash and star."""
    found: dict[str, Command] = {}
    for names, mode in (
        (_PARENTHETICAL, "parenthetical"),
        (_NARRATIVE, "narrative"),
        (_SUPPRESSED, "suppressed"),
        (_FULL, "full"),
        ("nocite nocitemeta", "nocite"),
    ):
        found |= dict.fromkeys(names.split(), Command("", mode))
    found |= {name: Command("", starred="suppressed") for name in _STARRED.split()}
    for mode, names in _MULTI.items():
        found |= {name: Command(MULTI, mode) for name in names.split()}
    for name in (*_VOLUME.split(), "tvolcite"):
        command = Command(VOLUME, "narrative" if name == "tvolcite" else "parenthetical")
        found |= dict.fromkeys((name, name.capitalize(), f"{name}s", f"{name.capitalize()}s"), command)
    for name in ("textcquote", "blockcquote"):
        found[name] = Command(QUOTING)
        found[f"foreign{name}"] = found[f"hyphen{name}"] = Command(LANGUAGE_QUOTING)
    found["hybridblockcquote"] = Command(LANGUAGE_QUOTING)
    return found


QUOTING_ENVIRONMENTS = {
    "displaycquote": Command(QUOTING),
    "foreigndisplaycquote": Command(LANGUAGE_QUOTING),
    "hyphendisplaycquote": Command(LANGUAGE_QUOTING),
}
"""csquotes' environments that cite: ``\\begin{displaycquote}[pre][post]{keys}``."""
