"""From what a page prints as its author to the names to cite.

``By JANE DOE, Special to the Example | Updated 4 Nov.`` is Jane Doe. Whoever is no author (the outlet, picture
credits, section editors, translators, users of the site's software) is left out; agencies and institutions stay whole.
"""

# ruff: noqa: PLR2004 -- the numbers count the words and characters of names

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from quotebank.ingest.page import byline_words as known
from quotebank.ingest.page.byline_credits import (
    LONGEST,
    PART,
    SLASH,
    Segment,
    plain,
    segments,
    without_label,
    without_opening,
)
from quotebank.ingest.page.byline_east import eastern_names, is_eastern
from quotebank.ingest.page.byline_names import as_name, distinct
from quotebank.ingest.page.byline_pieces import (
    AGENCY,
    COLLECTIVE,
    INSTITUTION,
    NOTHING,
    PERSON,
    House,
    house_of,
    is_agency,
    is_bare_desk,
    is_collective,
    is_institution,
    is_likely_person,
    is_person,
    is_place,
    is_role,
    kind_of,
    without_employer,
    without_jobs,
)
from quotebank.model import name_words
from quotebank.model.names import Name

_MOST_TEXTS, _MOST_NAMES, _NEAR = 50, 100, 12


class Found(NamedTuple):
    """A name with its kind; `aside` where it stands as an employer or a place would (behind a comma, a slash)."""

    name: Name
    kind: str
    aside: bool = False


def clean_names(texts: Sequence[str], *, outlets: Collection[str] = (), url: str = "") -> tuple[Name, ...]:
    """The authors that raw author texts name, in order and no one twice; () when nothing usable is left.

    `outlets` are names of the page's own outlet and `url` its address: neither is an author. Any text is allowed.
    """
    return names_of(texts, house_of(outlets, url))


def names_of(texts: Sequence[str], house: House) -> tuple[Name, ...]:
    """The authors that raw texts name, for one house: see `clean_names`."""
    found: list[Found] = []
    for text in texts[:_MOST_TEXTS]:
        found += _chosen(list(_found(text, house)))
    if any(each.kind == PERSON for each in found):
        found = [each for each in found if each.kind != COLLECTIVE]
    return distinct([each.name for each in found[:_MOST_NAMES]])


def _found(text: str, house: House) -> Iterator[Found]:
    """All that one text names."""
    if len(text) > LONGEST:
        return
    text = plain(text)
    if is_eastern(text):
        names, text = eastern_names(text, house)
        if names:
            yield from (Found(as_name(piece, kind), kind) for piece, kind in names)
            return
    whole = len(text.split()) <= 3
    kept: list[Found] = []
    for segment in segments(text):
        found = list(_of_segment(segment, house, whole))
        if _is_lone(kept) and any(_is_whole_person(each) for each in found):
            kept = []  # the place or the paper before a name: الناصرية - كريم عبد الحسن
        kept += [each for each in found if each.kind != PERSON or not kept or _goes_on(segment, each)]
    yield from kept


def _is_lone(found: list[Found]) -> bool:
    """Whether nothing but one person of one word was found."""
    return len(found) == 1 and found[0].kind == PERSON and not _is_whole_person(found[0])


def _is_whole_person(found: Found) -> bool:
    return found.kind == PERSON and len(found.name.display.split()) > 1


def _goes_on(segment: Segment, found: Found) -> bool:
    """Whether a later segment's person belongs to the byline too, and is not a place or a paper."""
    name = found.name.display
    if segment.sign == PART or len(name.split()) == 1:
        return segment.sign == PART
    if found.name.family_first:
        return True
    return segment.sign == SLASH or is_likely_person(name)


def _chosen(found: list[Found]) -> list[Found]:
    """What stays of the finds of one text: beside people no employer."""
    if any(each.kind == PERSON for each in found):
        return [each for each in found if each.kind == PERSON or not each.aside]
    return found


def _of_segment(segment: Segment, house: House, whole: bool) -> Iterator[Found]:
    """The names of a segment; what stands in brackets counts only where nothing stands outside."""
    text = _without_pictures(segment.text)
    inside = [] if _BRACKETS.isdisjoint(text) else re.findall(r"[(\[（【]([^()\[\]（）【】]*)[)\]）】]?", text)
    outside = re.sub(r"[(\[（【][^()\[\]（）【】]*[)\]）】]?|[)\]）】]", " ", text) if inside else text
    aside = segment.sign not in ("", PART)
    found = [each._replace(aside=each.aside or aside) for each in _in_order(outside, house, whole)]
    for inner in inside if not found else ():
        found += [each for each in _in_order(inner, house, whole=False) if each.kind in (AGENCY, PERSON)]
    yield from found


_BRACKETS = frozenset("([（【)]）】")


def _without_pictures(text: str) -> str:
    """A segment without those whom brackets behind their names credit with pictures: Jane Doe (Fotos)."""
    for credit in re.findall(r"\(([^()]{3,20})\)", text) if "(" in text else ():
        if credit.lower() in known.CREDITS:
            before, _, after = text.partition(f"({credit})")
            start = max((found.end() for found in re.finditer(r",|\s(?:and|und|et|y|e|&)\s|\)", before)), default=0)
            text = f"{before[:start].rstrip(' ,')} {after}"
    return text


def _in_order(text: str, house: House, whole: bool) -> Iterator[Found]:
    """The names of a text without brackets, in order."""
    whole_text = _trimmed(" ".join(text.split()))
    text = without_opening(without_label(whole_text))
    several = [part.strip() for part in text.replace("–", "-").replace("/", "-").split("-")]
    if len(several) > 1 and all(is_agency(part.lower()) for part in several):
        text = ", ".join(several)
    if text.lower().rstrip(":") in known.OPENINGS:
        return
    parts = _by_ands(text)
    for number, part in enumerate(parts, 1):
        pieces = [piece for piece in map(_trimmed, _at_commas(part)) if piece]
        if number == len(parts) > 1:  # "A and B, C": C is a place or a paper, unless it is a person without doubt
            pieces[1:] = [piece for piece in pieces[1:] if _is_plain_person(piece)]
        for found in _of_pieces(pieces, house, whole):
            opened_desk = text != whole_text and " " not in text
            if found.kind != COLLECTIVE or opened_desk or not is_bare_desk(text.split()):
                yield found


def _at_commas(text: str) -> list[str]:
    return text.replace("、", ",").replace("،", ",").replace("，", ",").split(",")


def _of_pieces(pieces: list[str], house: House, whole: bool) -> Iterator[Found]:
    """The names among pieces between commas: the first of any kind, people behind it, agencies behind agencies."""
    pieces = [piece for piece in pieces if piece.lower() not in known.SUFFIXES_OF_LEARNING]
    inverted = _inverted(pieces)
    if inverted:
        yield from (Found(as_name(piece, PERSON), PERSON) for piece in inverted)
        return
    first = True
    for place, piece in enumerate(pieces):
        if place and piece.lower() in name_words.SUFFIXES:
            continue
        follower = pieces[place + 1] if place + 1 < len(pieces) else ""
        suffix = f", {follower}" if follower.lower() in name_words.SUFFIXES else ""
        found = _of_piece(without_opening(piece), house, whole and len(pieces) == 1, suffix)
        if found is None:
            continue
        lone_word = len(found.name.display.split()) == 1 and found.kind == PERSON
        if first or (found.kind == PERSON and not lone_word) or found.kind == AGENCY:
            yield found._replace(aside=not first)
        first = False


def _is_plain_person(piece: str) -> bool:
    """Whether a piece is a person by its first name, a suffix, or given names behind a family name."""
    return len(piece.split()) == 1 or is_likely_person(piece) or is_agency(piece.lower())


def _inverted(pieces: list[str]) -> list[str]:
    """Pieces put together again where commas belong to names: Smith, John or Smith, J., Doe, A.; else none."""
    if len(pieces) % 2 or not pieces:
        return []
    pairs = list(zip(pieces[::2], pieces[1::2], strict=True))
    if len(pairs) == 1:
        family, given = pairs[0]
        fits = _is_family(family) and _is_given(given) and not is_place(given.lower()) and not is_agency(family.lower())
        return [f"{family}, {given}"] if fits else []
    initials = all(re.fullmatch(r"(?:\w\.[ -]?){1,4}", given + ".") for _, given in pairs)
    return [f"{family}, {given}." for family, given in pairs] if initials else []


def _is_family(text: str) -> bool:
    """Whether a piece can be a family name alone."""
    words = [word for word in text.split() if word.lower() not in name_words.PARTICLES]
    return len(words) == 1 and is_person(text.split()) and kind_of(text, House(frozenset())) == PERSON


def _is_given(text: str) -> bool:
    """Whether a piece can be the given names behind a comma."""
    words = text.split()
    ends = [word for word in words if word.lower() not in name_words.PARTICLES]
    return (
        1 <= len(ends) <= 2
        and is_person(words)
        and without_jobs(words) == words
        and (kind_of(text, House(frozenset())) == PERSON or len(text) == 1)
    )


def _of_piece(text: str, house: House, whole: bool, suffix: str) -> Found | None:
    """The name of one piece, without jobs, employers and what follows ("in Berlin", "for the Example")."""
    text = _trimmed(text)
    if not text or text.lower().startswith(("special to ", "special for ", "exclusive to ", "exclusive for ")):
        return None
    text = _without_place(text)
    alone = "" if is_collective(text.split()) else " ".join(without_employer(text.split(), house))
    if alone != text and kind_of(alone, house) == PERSON and text.split()[0].lower() not in known.TAILS:
        text = alone
    kind = kind_of(text, house)
    if kind == NOTHING and is_collective(text.split()):
        return None
    if kind in (AGENCY, INSTITUTION, COLLECTIVE) and (kind == AGENCY or not _has_person(text)):
        return Found(Name(literal=text), kind)
    printed = _without_tail(text.split())
    words = without_jobs(without_employer(without_jobs(printed), house))
    cut = len(printed) == 1 < len(text.split())  # "Escrit per ...": a verb, and "by" in a language not known here
    if len(words) == 1 and (cut or (len(printed) > 1 and is_role(printed))):
        return None
    if words[0].lower() in ("da", "de", "di", "à", "en", "in", "aus") and is_place(" ".join(words[1:]).lower()):
        return None
    text = _trimmed(" ".join(words[:2] if _has_acronym(words) else words))
    kind = kind_of(text, house)
    if kind == NOTHING and whole and text.islower() and len(words) == 2 and is_person(text.title().split()):
        kind = kind_of(text.title(), house)
    return Found(as_name(text + suffix * (kind == PERSON), kind), kind) if kind else None


def _without_place(text: str) -> str:
    """A piece without a place behind a full stop, and an agency without the jobs around it (Reuters Staff)."""
    before, stop, place = text.rpartition(". ")
    text = before if stop and is_place(place.lower()) else text
    if is_agency(text.lower()):
        return text
    bare = " ".join(without_jobs([word for word in text.split() if word.lower() not in known.AGENCY_WORDS]))
    return bare if is_agency(bare.lower()) else text


def _has_acronym(words: list[str]) -> bool:
    """Whether an employer in capitals follows a name: Jane Doe BBC News."""
    marked = len(words) > 3 and words[2].isupper() and len(words[2]) > 1 and not " ".join(words).isupper()
    return marked and is_likely_person(" ".join(words[:2]))


def _has_person(text: str) -> bool:
    """Whether an institution's name has a person's job and name in it: Staff Writer Jane Doe."""
    words = text.split()
    if _has_acronym(words):
        return True
    rest = without_jobs(_without_tail(words))
    return len(rest) < len(words) and len(rest) > 1


def _trimmed(text: str) -> str:
    """A text without signs around it; the full stop of a last initial and of Jr. stays."""
    text = text.strip(' ,:;*•·"“”-–')
    if text.endswith(".") and re.search(r"(?:^|[\s.-])(?:[^\W\d_]|[JS]r|JR|SR)\.$", text):
        return text.lstrip(" .")
    return text.strip(' .,:;*•·"“”-–')


def _without_tail(words: list[str]) -> list[str]:
    """Words up to the first small word that begins a place, a paper or a sentence."""
    while len(words) > 1 and words[-1] in known.ANDS:
        words = words[:-1]
    for place, word in enumerate(words):
        if place < 1 or word.lower() not in known.TAILS or (word != word.lower() and word.lower() != "special"):
            continue
        if word in name_words.PARTICLES or word in name_words.BOUND_PARTICLES:
            continue
        return words[:place]
    for place, word in enumerate(words[2:-1], start=2):
        if word in ("da", "de", "di", "do") and is_place(" ".join(words[place + 1 :]).lower()):
            return words[:place]
    return words


def _by_ands(text: str) -> list[str]:
    """The pieces of a text between its "and"s; an institution's own "and" (Health and Welfare) parts nothing."""
    words = text.replace("&", " & ").replace("+", " + ").split()
    parts: list[list[str]] = [[]]
    capitals = text.isupper()
    for place, word in enumerate(words):
        lower = word.lower()
        spelt = word == lower or (capitals and lower != "a")
        if lower in known.ANDS and spelt and 0 < place < len(words) - 1 and _parts_here(words, place, parts[-1]):
            parts.append([])
        else:
            parts[-1].append(word)
    split = _split_waw([" ".join(part).strip(" ,") for part in parts])
    return [part for part in split if part]


def _parts_here(words: list[str], place: int, before: list[str]) -> bool:
    """Whether an "and" parts two names."""
    following = " ".join(words[place + 1 : place + 1 + _NEAR]).partition(",")[0].split()
    tight = words[place].lower() in known.TIGHT_ANDS
    staff = " ".join(following).lower()
    if tight and not (is_agency(staff) or staff in known.COLLECTIVES) and not _are_names(before, following):
        return False
    left = " ".join(before[-_NEAR:]).rpartition(",")[2].split()
    if not left:
        return bool(before)
    joined = (
        is_institution(left) and not is_agency(" ".join(left).lower()) and not is_agency(" ".join(following).lower())
    )
    return not (joined and (len(following) == 1 or is_institution(following)) and len(left) > 1)


def _are_names(before: list[str], following: list[str]) -> bool:
    """Whether two names of at least two words stand on both sides of an "and" that may be something else."""
    left = " ".join(before[-_NEAR:]).rpartition(",")[2].split()
    return len(left) > 1 and len(following) > 1 and is_person(left[-2:]) and is_person(following[:2])


def _split_waw(parts: list[str]) -> list[str]:
    """Arabic and Hebrew names parted where "and" is a letter before the second: أحمد سالم وليلى حداد."""
    found: list[str] = []
    for part in parts:
        words = part.split()
        place = next((n for n, word in enumerate(words[2:], 2) if _is_waw(word) and len(words) - n > 1), 0)
        found += [" ".join(words[:place]), " ".join([words[place][1:], *words[place + 1 :]])] if place else [part]
    return found


def _is_waw(word: str) -> bool:
    return (
        len(word) > 3
        and word[0] in "وו"
        and word not in ("وليد", "وائل", "وسام", "وفاء", "وجدي", "وداد", "وحيد", "وسيم")
    )
