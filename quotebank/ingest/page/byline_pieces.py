"""What a piece of a byline is: a person, an agency, an institution, the outlet itself, a job, a place, or nothing."""

# ruff: noqa: PLR2004, SIM905 -- the numbers count the words and characters of names; a list of words reads best as text

import re
import unicodedata
from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from quotebank.ingest.page import byline_words as known
from quotebank.model import name_words

PERSON, AGENCY, INSTITUTION, COLLECTIVE, NOTHING = "person", "agency", "institution", "collective", ""

_MOST_WORDS, _MOST_WORDS_OF_INSTITUTION = 6, 14
_PARTICLES = name_words.PARTICLES | name_words.BOUND_PARTICLES | frozenset("e фон ван де op 't het ap dit zum".split())
_ARTICLES = name_words.ARTICLES | frozenset(("o", "a", "het", "den", "de", "gazeta"))
_COMPANY_FORMS = frozenset(
    (
        "sa", "s.a.", "s.a", "ag", "gmbh", "ltd", "ltd.", "llc", "inc", "inc.", "plc", "oy", "oyj", "ab", "a/s", "as",
        "bv", "b.v.", "nv", "s.r.o.", "a.s.", "kft.", "kft", "zrt.", "srl", "s.r.l.", "s.p.a.", "spa", "sarl", "sas",
        "o.o.", "d.o.o.", "ооо", "ао", "зао", "пао", "оао", "тов", "тоо", "corp.", "co.", "kg",
    )
)  # fmt: skip


class House(NamedTuple):
    """The outlet's own names in compared form, and the words of them: what is never an author on its pages."""

    names: frozenset[str]


def house_of(outlets: Collection[str], url: str = "") -> House:
    """The names under which the outlet of a page may stand in a byline; its domain is one of them."""
    host = (
        re.sub(r"^[a-z][a-z0-9+.-]*://", "", url[:2000].lower()).partition("/")[0].rpartition("@")[2].partition(":")[0]
    )
    host = host.removeprefix("www.").removeprefix("m.")
    names = {form for outlet in (*outlets, host) for form in _forms(outlet[:200])}
    parts = host.split(".")
    if len(parts) > 1:
        names |= {compared(part) for part in parts[:-1] if len(part) > 3}
    return House(frozenset(names - {""}))


def _forms(outlet: str) -> set[str]:
    """An outlet's name compared whole and without its top-level domain."""
    bare = re.sub(r"\.[a-z]{2,6}$", "", outlet.strip().lower())
    return {compared(outlet), compared(bare)}


def compared(text: str) -> str:
    """A name of an outlet for comparing: folded, without its article, spaces and signs."""
    words = text.split()
    if len(words) > 1 and words[0].lower() in _ARTICLES:
        words = words[1:]
    return folded(" ".join(words))


def folded(text: str) -> str:
    """Letters and figures only; Latin, Greek and Cyrillic as `quotebank.text.folding` folds them."""
    if text.isascii():
        return "".join(filter(str.isalnum, text.lower()))
    if all(char < "\u0530" or "\u1e00" <= char < "\u2000" for char in text):
        from quotebank.text.folding import fold

        return fold(text).replace(" ", "")
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))


def kind_of(piece: str, house: House) -> str:
    """What a piece without opening, jobs and places is; `NOTHING` for all that is no author."""
    words = piece.split()
    lower = piece.replace("İ", "i").lower().strip(" .,;:")
    if not words or not any(map(str.isalpha, piece)):
        return NOTHING
    if is_agency(lower):
        return NOTHING if compared(piece) in house.names else AGENCY
    nobody = lower in known.NOBODY or all(word in known.NOBODY for word in lower.split())
    if nobody or compared(piece) in house.names or words[-1].lower() in _COMPANY_FORMS:
        return NOTHING
    if is_collective(words):
        return NOTHING if _is_of_house(words, house) else COLLECTIVE
    if is_job(words) or is_place(lower) or is_user_name(piece):
        return NOTHING
    return _named(piece, words, house)


def _named(piece: str, words: list[str], house: House) -> str:
    """Whether words that are no job and no place name a person or an institution."""
    if any(word.lower() in known.SITES for word in words) or (len(words) > 1 and _without_house(words, house)):
        return NOTHING
    if _is_desk(words[0], house):
        return NOTHING
    if is_institution(words):
        return INSTITUTION if len(words) <= _MOST_WORDS_OF_INSTITUTION and piece[0].isalnum() else NOTHING
    return PERSON if is_person(words) else NOTHING


def _is_of_house(words: Sequence[str], house: House) -> bool:
    """Whether an editorial staff is the outlet's own (Redacción El Ejemplo), which says no more than its name."""
    parts = ((words[:size], words[size:]) for size in range(1, len(words)))
    return any(
        (is_bare_desk(left) and compared(" ".join(right)) in house.names)
        or (is_bare_desk(right) and compared(" ".join(left)) in house.names)
        for left, right in parts
    )


def _without_house(words: Sequence[str], house: House) -> bool:
    """Whether words are the outlet's name with a job or a department (Fox News Digital staff)."""
    for size in range(len(words) - 1, 0, -1):
        rest = words[size:]
        if all(_is_job_word(word) or word.lower() in ("digital", "online") for word in rest) and (
            compared(" ".join(words[:size])) in house.names
        ):
            return True
    return False


def _is_desk(word: str, house: House) -> bool:
    """Whether a word joins the outlet's name, or any name in capitals, to its office: Beispielfunk-Studio Athen."""
    before, hyphen, after = word.rpartition("-")
    if not hyphen or not after:
        return False
    return compared(before) in house.names or after.lower() in known.OFFICES


def is_agency(lower: str) -> bool:
    """Whether a text in lower case names news agencies only, one or several with slashes."""
    return lower in known.AGENCIES or (
        "/" in lower and all(part.strip() in known.AGENCIES for part in lower.split("/"))
    )


def is_collective(words: Sequence[str]) -> bool:
    """Whether words name an editorial staff (La Rédaction, Redaktion hessenschau.de, Editorial Board)."""
    lower = [word.lower().strip(".,:") for word in words]
    if lower[0] in _ARTICLES and len(lower) > 1:
        lower = lower[1:]
    if lower in (["editorial", "board"], ["editorial", "team"], ["editorial", "staff"]):
        return True
    return len(words) <= 6 and (lower[0] in known.COLLECTIVES or lower[-1] in known.COLLECTIVES)


def is_bare_desk(words: Sequence[str]) -> bool:
    """Whether words name an editorial staff and not whose (La Rédaction, Van onze redactie)."""
    beside = known.COLLECTIVES | _ARTICLES | known.MODIFIERS | known.PARTICLE_OPENINGS
    return not known.COLLECTIVES.isdisjoint(map(str.lower, words)) and all(word.lower() in beside for word in words)


def is_job(words: Sequence[str]) -> bool:
    """Whether words only say what somebody is: Senior Political Correspondent."""
    return any(word.lower().strip(".,") in known.ROLES for word in words) and all(map(_is_job_word, words))


def is_role(words: Sequence[str]) -> bool:
    """Whether words are a job with one word that says which: Головний редактор, Redactor jefe."""
    jobs = [word.lower().strip(".,") in known.ROLES for word in words]
    return len(words) == 2 and any(jobs) and not is_agency(" ".join(words).lower())


def _is_job_word(word: str) -> bool:
    lower = word.lower().strip(".,")
    return lower in known.ROLES or lower in known.MODIFIERS or lower in name_words.TITLES


def is_place(lower: str) -> bool:
    """Whether a text in lower case is a place where the press reports from."""
    bare = lower.rstrip(".")
    if lower in known.EXTRA_PLACES or bare in known.EXTRA_PLACES:
        return True
    return " " not in lower and (lower in places() or bare in places())


@cache
def places() -> frozenset[str]:
    """Places of one word known for their spellings, in lower case: loaded only for words that are no known others."""
    from quotebank.text.known_names import PLACES

    return frozenset([name.lower() for group in PLACES for name in group])


@cache
def given_names() -> frozenset[str]:
    """Known given names in lower case: what tells a person where nothing else does."""
    from quotebank.ingest.digest.given_names import GIVEN_NAMES
    from quotebank.text import known_names

    groups = (name.lower() for group in known_names.GIVEN_NAMES for name in group)
    return frozenset(GIVEN_NAMES.lower().split()) | frozenset(groups)


def is_likely_person(piece: str) -> bool:
    """Whether a piece begins with a known given name and has two words or more, all as in a person's name."""
    words = piece.split()
    return len(words) > 1 and is_person(words) and words[0].lower() in given_names()


def is_user_name(piece: str) -> bool:
    """Whether a text is a number, an address or the name of a user of the site's software (editor1, jane_doe)."""
    if " " in piece:
        if not _SOFTWARE.isdisjoint(piece.lower().split()):
            return True
        return bool(re.fullmatch(r"[\d\W_]+", piece)) or "http" in piece.lower() or "www." in piece.lower()
    if re.search(r"[\d_@/\\]|^https?:|^www\.", piece):
        return True
    return piece.isascii() and (piece.islower() or re.search(r"[a-z][A-Z][a-z]+[A-Z]", piece) is not None)


_SOFTWARE = frozenset(("admin", "administrator", "webmaster", "wordpress", "webadmin", "sysadmin"))


def is_institution(words: Sequence[str]) -> bool:
    """Whether words name an institution, a company or a publication."""
    lower = [word.lower().strip(".,:“”\"'()«»") for word in words]
    marks = name_words.INSTITUTION_WORDS | known.OWN_INSTITUTION_WORDS
    if any(word in marks for word in lower[1:]) or (lower[0] in marks and (len(words) == 1 or lower[0] not in _GIVEN)):
        return True
    if any("." in word[1:] and re.fullmatch(r"[\w-]+\.(?:com|org|net|info|[a-z]{2})", word) for word in lower):
        return True
    if len(words) == 1:
        return words[0].isupper() and words[0].isascii() and 1 < len(words[0]) <= 6
    return len(words) == 2 and words[0].istitle() and lower[0] in name_words.ARTICLES and lower[1] != "pen"


_GIVEN = frozenset(("penny", "media", "mo", "staff", "rada", "viola"))


_SIGNS = frozenset("@#<>{}=*+_\\?!:;%$€&|/[]")
"""What stands in no name."""


def is_person(words: Sequence[str]) -> bool:
    """Whether words look like the name of one person: capitals, no figures, small words only where names have them."""
    core = [word for word in words if word.lower() not in _PARTICLES]
    if not core or len(core) > _MOST_WORDS or len(words) > _MOST_WORDS + 3:
        return False
    text = " ".join(words)
    if not _SIGNS.isdisjoint(text) or any(map(str.isdecimal, text)) or not text[0].isalnum():
        return False
    letters = max(sum(map(str.isalpha, word)) for word in core)
    spelt = letters > 1 or not text.isascii()
    return spelt and all(_is_name_word(word) for word in words) and any(_is_upper(word) for word in core)


def _is_name_word(word: str) -> bool:
    if _is_upper(word) or word.lower() in _PARTICLES:
        return True
    return any(sign in word for sign in "-'’") and re.fullmatch(r"[^\W\d_]+[-'’].*", word) is not None


def _is_upper(word: str) -> bool:
    """Whether a word begins with a capital, or is in a script without capitals."""
    first = word.lstrip("“”\"'‘’«»„(")[:1]
    if "\u10d0" <= first <= "\u10ff":  # Georgian, whose letters count as small ones and have no capitals in names
        return True
    return first.isupper() or first.istitle() or (first.isalpha() and not first.islower())


def without_jobs(words: list[str]) -> list[str]:
    """A name without the jobs before and after it (Jane Doe Senior Editor); all the words if there is no name."""
    start = _jobs_end(words)
    rest = words[start:]
    end = len(rest) - _jobs_end(rest[::-1])
    while 2 < end < len(rest) and rest[end - 1].lower() in known.MODIFIERS:
        end -= 1
    if end == 1 and len(rest) == 2 and _is_upper(rest[1]) and not is_agency(rest[0].lower()):
        end = 2
    return rest[:end] or words


def _jobs_end(words: Sequence[str]) -> int:
    """How many words from the start are a job: up to the last job's name before any other word."""
    end = 0
    for place, word in enumerate(words):
        if not _is_job_word(word):
            break
        if word.lower().strip(".,") in known.ROLES:
            end = place + 1
    return end


def without_employer(words: list[str], house: House) -> list[str]:
    """A name without the agency or the outlet behind or before it (Jane Doe AFP, Jane Doe Daily Example)."""
    for size in range(min(4, len(words) - 2), 0, -1):
        for rest, part in ((words[:-size], words[-size:]), (words[size:], words[:size])):
            text = " ".join(part)
            lone = size > 1 or (text.isupper() and not " ".join(words).isupper()) or text.lower() in _PLAIN_AGENCIES
            if (is_agency(text.lower()) and lone) or (compared(text) in house.names and len(text) > 3):
                return rest
    return words


_PLAIN_AGENCIES = frozenset(("reuters", "xinhua", "interfax", "bloomberg", "sputnik", "anadolu", "tass", "тасс"))
