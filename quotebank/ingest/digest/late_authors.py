"""Authors that are named only after their outlet: ``Vzgliad on May 3 warned ... Ivan Petrov wrote``."""

import re

from quotebank.ingest.digest.lexicon import Lexicon
from quotebank.ingest.digest.people import could_be_person, group_after
from quotebank.ingest.digest.units import Row

_WORKS = frozenset(
    """essay article piece column report editorial story letter poem leader op-ed commentary analysis interview paper survey
    enquête article reportage chronique billet tribune portrait entretien dossier texte papier édito éditorial note récit
    reportage beitrag kommentar artikel essay analyse leitartikel kolumne interview porträt feature gastbeitrag bericht""".split()  # noqa: SIM905, E501 -- a list of words
)
"""What an author's name may follow with "by"."""

_MADE = frozenset(
    """written penned authored signed verfasst geschrieben signé signée signés rédigé
    rédigée""".split()  # noqa: SIM905 -- a list of words
)
"""What says of a work that somebody made it."""

_BY = (" by", " von", " par", " de", " d’", " d'")
_WORK_OF = ("work of", "plume de")

_OFFICE = re.compile(r"g(?:[oi]?[PCw])?$|S$")
_OFFICE_NEAR = re.compile(r"g[PCw]?$")
_TITLED_WORK = re.compile(r"S(?:[wD]*x|w?:)")
_OPENS = re.compile(r"(?:^|[.;:-]\"?|(?:^|[.]\"?)ew|[.;]w,?|[,.]\"-?|\"|,c|c|r|w,)(?:e?w?r|r)?$")
_ACTS = re.compile(r"(?:,[^.]{1,24},|\([^)]*\))?w?(?:v|sw|w)")
_SAYS = re.compile(r"(?:,[^.,]{1,20}(?:,[^.,]{1,20})?,)?w?[vs]")
_ACTIVE = re.compile(r"w?[vs]")
_SAID_BEFORE = re.compile(r"[,\"]-?[vs](?:e?w?r)?$")
_WORK_BEFORE = re.compile(r"[xwv](?:w|D)?o$")


def late_author(row: Row, first: int, last: int, words: Lexicon) -> list[int]:
    """The units of the people who are shown to write in a stretch (units `first` to `last`); empty when none is."""
    for place in range(first + (first > 0), last):
        unit = row.units[place]
        if unit.tag in "NC" and could_be_person(row, unit):
            behind, group = group_after(row, place)
            if _writes(row, place, row.tags[behind : behind + 28], words.language):
                return group
    return []


def bracketed_author(row: Row, first: int, last: int, words: Lexicon) -> list[int]:
    """The people who write in a stretch whose source stands in brackets behind it: only the surest signs count."""
    people = [place for place in range(first, last) if row.units[place].tag == "N"]
    for place in people:
        verb = row.units[place + 1] if place + 1 < len(row.units) else None
        prints = verb is not None and verb.tag == "v" and row.shown(verb).lower() in words.print_verbs
        if prints and not _OFFICE_NEAR.search(row.tags[max(0, place - 3) : place]):
            return group_after(row, place)[1]
    for place in people:
        if row.tags[place - 2 : place] == "xo" and _is_by(row, place):
            return group_after(row, place)[1]
    return []


def _writes(row: Row, place: int, after: str, language: str) -> bool:
    """Whether a person writes, as the units on both sides tell."""
    before = row.tags[max(0, place - 6) : place]
    person = row.units[place].tag == "N"
    if _OFFICE.search(before):
        return False
    if person and _TITLED_WORK.match(after):
        return True
    if person and before.endswith("x") and _ACTIVE.match(after):
        return True
    opens = not before or _OPENS.search(before)
    if opens and ((person and _ACTS.match(after)) or _SAYS.match(after)):
        return True
    if _SAID_BEFORE.search(before) or (_WORK_BEFORE.search(before) and _is_by(row, place)):
        return True
    return language == "ru" and before.endswith("x")


def _is_by(row: Row, place: int) -> bool:
    """Whether a name follows a word for authorship: an essay by, the work of, eine Reportage von."""
    start = row.units[place].start
    text = row.text[max(0, start - 80) : start].rstrip().lower()
    if text.endswith(_WORK_OF):
        return True
    words = text.split()
    return text.endswith(_BY) and len(words) > 1 and (words[-2] in _WORKS or words[-2] in _MADE)
