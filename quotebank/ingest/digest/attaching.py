"""What the sentence around an outlet says of the item: who wrote it, when, in which issue."""

import re

from quotebank.ingest.digest.dating import Printed
from quotebank.ingest.digest.mentions import Mention
from quotebank.ingest.digest.people import could_be_person, group_after, group_before, named
from quotebank.ingest.digest.tokens import plain
from quotebank.ingest.digest.units import Row

_FAR, _VERY_FAR = 60, 160
"""How many units around an outlet are read as one sentence, and how far back "she" is looked for."""

_NEAR_AFTER = re.compile(r"(?:S|,ie?x[vw]?(?=D)|x(?=D)|,|\(|k|o[PC]|[oi]e?(?=[DI])|e(?=[DI]))*")
_NEAR_BEFORE = re.compile(r"(?:S|x|,|\(|m|w?k|e|i|a|o|N|C)*$")
_DATE_FIRST = re.compile(r"\"?(?:w,?)?D")
_DATE_BEFORE_VERB = re.compile(r"a[wPeioC]{1,8}D[vs]")
_DATE_OF_VERB = re.compile(r"(?:,?[vs]w?|w[vs])(?:,)?D")
_DATE_OF_TELLING = re.compile(r"[vst]w?D|Dw?[vst]")

_AUTHOR_BEFORE = re.compile(
    r"""
    (?:S[wD]*x)? (?:,[vw](?=D))? (?:,?[DI])* ,? (?:\(.{0,8}\),?)?  # 's column; a date; a bracket
    (?:e?w?r(?:w|o|e|P|C|i|c|r){0,6},?)?                      # , an economist at the University of X,
    (?:[vs](?:w|e|p|i|D|x){0,5},?)? (?:w,?)? (?:c,)? (?:v,)?  # wrote on May 3
    (?:ie?m?w?x[ioe]|iD?S?[wx]?o|[iofja]|oi)                      # in, for, of; in an article for
    e?m?(?:w?k|w)?e?(?:DI?S?|I)?o?e?$                         # the (same) (liberal) daily, the May 3
    """,
    re.VERBOSE,
)
"""What may stand between an author and the outlet behind."""

_AUTHOR_AFTER = re.compile(
    r"""
    S? (?:,?[DI] | ,?\([^()]*\) | ,?oP)* (?:[,:]|,?v|vx(?=$))? (?:w|p|,){0,2}
    (?:e?w?[rg](?:w|o|e|P|i|C){0,3},? | e?w)?$
    """,
    re.VERBOSE,
)
"""What may stand between an outlet and the author behind."""

_BEHIND_AUTHOR = re.compile(r"(?:,?[DI])*,?\(?[vs.:,w)]|$")
_BEHIND_SIGNED = re.compile(r"(?:,?[DI])*,?[vs(.:|\]]|$")
_DIRECTLY_IN = re.compile(r"(?:,?[DI])*i[em]?w?k?e?")
_IN_OUTLET = re.compile(r"i[em]?w?k?e?$")
_SUBJECT_BEFORE = re.compile(r"(?:^|r|[.,]w?)$")
_SUBJECT_BEHIND = re.compile(r"w?[vs]|w")
_ACTIVE = re.compile(r"w?[vs]|S")
_PRONOUN_BEFORE = re.compile(r"p(?:[vs](?:w|e){0,2}i|j)[em]?k?e?$")
_PRONOUN_BEHIND = re.compile(r"(?:,?[DI])*,p[vsw]")
_OFFICE = re.compile(r"g(?:[oi]?[PCw])?$")
_FORMER = re.compile(r"\b(?:former|ex-|ancien|ehemalige|бывш|früher)", re.IGNORECASE)


def attach(row: Row, mention: Mention, start: int, end: int, people: frozenset[str] = frozenset()) -> None:
    """Add to a mention of prose the author, date and issue that its sentence (units `start` to `end`) gives it.

    `people` are the family names, as `plain` gives them, by which the digest may call an author alone.
    """
    start, end = max(start, mention.place - _FAR), min(end, mention.place + _FAR)
    _attach_when(row, mention, start, end)
    if not mention.authors:
        mention.authors = _authors(row, mention.place, start, end, people) or _subject_before(row, mention.place)


def _attach_when(row: Row, mention: Mention, start: int, end: int) -> None:
    """The date and issue directly beside the outlet, else beside the verb, else (for some frames) in the sentence."""
    _dates_behind(row, mention, end)
    _dates_before(row, mention, start)
    if not mention.date:
        _date_of_verb(row, mention, start, end)
    if not mention.date and mention.frame.startswith("told"):
        near = _DATE_OF_TELLING.search(row.tags, start, end)
        if near:
            _take(row, mention, near.start() + near.group().index("D"))
    if not mention.date and mention.inherits:
        near_date = row.tags.find("D", start, min(end, mention.place + 10))
        if near_date >= 0:
            _take(row, mention, near_date)


def _dates_behind(row: Row, mention: Mention, end: int) -> None:
    place = mention.place + 1
    while place < end:
        step = _NEAR_AFTER.match(row.tags, place, end)
        place = step.end() if step else place
        if place >= end or row.tags[place] not in "DI":
            return
        _take(row, mention, place)
        place += 1


def _dates_before(row: Row, mention: Mention, start: int) -> None:
    before = mention.place
    while before > start and (not mention.date or not mention.issue):
        step = _NEAR_BEFORE.search(row.tags[start:before])
        before = start + step.start() if step else before
        if before <= start or row.tags[before - 1] not in "DI":
            return
        before -= 1
        _take(row, mention, before)


def _take(row: Row, mention: Mention, place: int) -> None:
    value = row.units[place].value
    if row.tags[place] == "I":
        mention.issue = mention.issue or str(value)
    elif mention.date is None and isinstance(value, Printed):
        mention.date = value


def _date_of_verb(row: Row, mention: Mention, start: int, end: int) -> None:
    """A date beside the verb: "X reported on Tuesday", "On May 3, A wrote in X"."""
    first = _DATE_FIRST.match(row.tags, start)
    if first and mention.place - start < 14:  # noqa: PLR2004 -- the same clause
        _take(row, mention, first.end() - 1)
        return
    behind = _DATE_OF_VERB.match(row.tags, mention.place + 1, end)
    if behind:
        _take(row, mention, behind.end() - 1)
    elif told := _DATE_BEFORE_VERB.match(row.tags, mention.place + 1, end):
        _take(row, mention, told.end() - 2)


def _names(row: Row, group: list[int]) -> list[str]:
    return [named(row, row.units[n]) for n in group]


def _authors(row: Row, place: int, start: int, end: int, people: frozenset[str]) -> list[str]:
    """The people that a sentence makes the authors of the outlet at `place`: beside it, before it, behind it."""
    tags = row.tags
    if tags[place + 1 : place + 2] == "(" and tags[place + 2 : place + 4] in ("N)", "C)") and is_author(row, place + 2):
        return _names(row, [place + 2])
    return (
        _authors_before(row, place, start, people) or _author_beside(row, place, start)
        or _authors_behind(row, place, end, people) or _only_subject(row, place, start)
    )  # fmt: skip


def _authors_before(row: Row, place: int, start: int, people: frozenset[str]) -> list[str]:
    for near in range(place - 1, start - 1, -1):
        if row.tags[near] in ".;":
            return []
        between = row.tags[near + 1 : place]
        if row.tags[near] in "NC" and (between == "D" or _AUTHOR_BEFORE.match(between)):
            direct = row.tags[near] == "N" and _DIRECTLY_IN.fullmatch(between)  # an official may write too
            if direct or is_author(row, near, people):
                return _names(row, group_before(row, near)[1])
    return []


def _author_beside(row: Row, place: int, start: int) -> list[str]:
    """``AUTHOR, OUTLET`` and ``AUTHOR (OUTLET)``."""
    place -= row.tags[place - 2 : place] == "(e"
    if place - 1 <= start or row.tags[place - 1] not in ",(":
        return []
    opens = place < 3 or row.tags[place - 3] in ".["  # noqa: PLR2004
    signed = row.tags[place - 1] == "(" or (opens and _BEHIND_SIGNED.match(row.tags, place + 1))
    if row.tags[place - 2] not in ("NC" if signed else "N") or not is_author(row, place - 2):
        return []
    return _names(row, group_before(row, place - 2)[1])


def _authors_behind(row: Row, place: int, end: int, people: frozenset[str]) -> list[str]:
    for near in range(place + 1, min(end, place + 16)):
        if row.tags[near] in ".;":
            return []
        if row.tags[near] in "NC" and _AUTHOR_AFTER.match(row.tags, place + 1, near) and is_author(row, near, people):
            after, group = group_after(row, near)
            inverted = row.tags[near - 1] == "v" and near > place + 1
            if row.tags[near] == "N" or inverted or _BEHIND_AUTHOR.match(row.tags, after):
                return _names(row, group)
    return []


def _only_subject(row: Row, place: int, start: int) -> list[str]:
    """The one person who is the subject of a sentence that ends "... in OUTLET", however long it is."""
    if not _IN_OUTLET.search(row.tags[max(0, place - 5) : place]):
        return []
    subjects = [
        near for near in range(start, place)
        if row.tags[near] == "N" and _SUBJECT_BEHIND.match(row.tags, near + 1)
        and _SUBJECT_BEFORE.search(row.tags[max(start, near - 3) : near]) and is_author(row, near)
    ]  # fmt: skip
    return _names(row, group_before(row, subjects[0])[1]) if len(subjects) == 1 else []


def _subject_before(row: Row, place: int) -> list[str]:
    """The person that "she writes in" speaks of: the last subject of a sentence before."""
    before = row.tags[max(0, place - 8) : place]
    if not _PRONOUN_BEFORE.search(before) and not _PRONOUN_BEHIND.match(row.tags, place + 1):
        return []
    for near in range(place - 1, max(-1, place - _VERY_FAR), -1):
        if row.tags[near] in "NC" and _ACTIVE.match(row.tags, near + 1) and is_author(row, near):
            return _names(row, group_before(row, near)[1])
    return []


def is_author(row: Row, near: int, people: frozenset[str] = frozenset()) -> bool:
    """Whether a person may be an author: a full name, or a family name out of `people`, without a present office."""
    unit = row.units[near]
    if not could_be_person(row, unit) and plain(row.shown(unit).split()[-1]) not in people:
        return False
    if not _OFFICE.search(row.tags[max(0, near - 3) : near]):
        return True
    return _FORMER.search(row.text[max(0, unit.start - 40) : unit.start]) is not None
