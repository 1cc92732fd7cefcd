"""Names as a writer types them, and bylines as the press prints them, made into parts.

Rules and not guesses decide: a comma says what is the family name, braces keep a name whole, scripts and
known surnames tell who is written family name first. What the rules cannot know the writer says with a comma.
"""

# ruff: noqa: PLR2004 -- the numbers count the words and characters of a name

import re
import unicodedata
from dataclasses import replace

from quotebank.errors import BadInput
from quotebank.model import name_words as known
from quotebank.model.names import Name

LONGEST = 500
"""The longest name that is taken apart, in characters; a longer one is kept whole."""

LONGEST_BYLINE = 10_000
"""The longest byline, in characters; a longer one is refused."""

_HINT = 'write "Given Family", "Family, Given", or {Institution} to keep it whole'


def read_name(text: str) -> Name:
    """One author: a person in parts or an institution as a literal; raises `BadInput` when nothing is there.

    ``Ivan Zuenko [Иван Зуенко]`` gives the name in its own script beside it. Nothing typed is lost but commas,
    braces and titles (Dr., Sir, 기자); names in capitals come back with one capital a word.
    """
    text = " ".join(text.split())
    if len(text) > LONGEST:
        return Name(literal=text)
    text, original = _own_script(text)
    if text[:1] == "{" and text[-1:] == "}" and text[1:-1].strip():
        return Name(literal=text[1:-1].strip(), original=original)
    plain = text.replace("{", "").replace("}", "").strip()
    if not plain.strip(" ,"):
        raise BadInput(f"author {text[:40]!r}: no name", _HINT)
    return replace(_in_parts(plain), original=original)


def read_names(byline: str) -> tuple[Name, ...]:
    """The authors of a byline or a list of names, in order; raises `BadInput` when there is none.

    Names are parted by semicolons, commas and "and" in a dozen languages; ``Smith, John`` is still one. Places,
    jobs and employers that follow the names are left out.
    """
    text = _bare_byline(byline) if len(byline) <= LONGEST_BYLINE else ""
    if not text:
        raise BadInput(f"authors {byline[:40]!r}: no names", _HINT)
    commas = (piece for part in _by_ands(text) for piece in _by_commas(part))
    pieces = text.split(";") if ";" in text else commas
    names = tuple(read_name(piece) for piece in pieces if piece.strip(" ,{}"))
    if not names:
        raise BadInput(f"authors {byline[:40]!r}: no names", _HINT)
    return names


def _own_script(text: str) -> tuple[str, str]:
    """A name and what stands in square brackets behind it."""
    if text.endswith("]") and text.count("[") == 1 and text.count("]") == 1:
        name, _, original = text[:-1].partition("[")
        if name.strip() and original.strip():
            return name.strip(), original.strip()
    return text, ""


def _in_parts(text: str) -> Name:
    if "," in text:
        return _with_commas(text)
    if _is_institution(text):
        return Name(literal=text)
    words = _without_titles(text.split())
    if not words:
        return Name(literal=text)
    suffix = words.pop() if len(words) > 1 and words[-1].lower() in known.SUFFIXES else ""
    if _is_east_asian("".join(words)):
        name = _east_asian(words)
        return Name(literal=text) if name.literal else replace(name, suffix=suffix)
    return replace(_person(_small_capitals(words)), suffix=suffix)


def _with_commas(text: str) -> Name:
    """``Family, Given``, ``Given Family, Jr.`` and BibTeX's ``Family, Jr., Given``; anything else stays whole."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    suffixes = [part for part in parts[1:] if part.lower() in known.SUFFIXES]
    if len(suffixes) == 1:
        parts.remove(suffixes[0])
        name = _in_parts(", ".join(parts))
        return Name(literal=text) if name.literal or name.suffix else replace(name, suffix=suffixes[0])
    if len(parts) == 1:
        return _in_parts(parts[0])
    if len(parts) > 2 or _is_institution(text):
        return Name(literal=text)
    given = _small_capitals(_without_titles(parts[1].split())) or parts[1].split()
    particle, family = _leading_particles(_small_capitals(parts[0].split()))
    if not particle:
        particle, given = _trailing_particles(given)
    family_first = _is_east_asian(re.sub(r"[\s,]", "", text)) or _is_surname_first([family, *given])
    return Name(family=family, given=" ".join(given), particle=particle, family_first=family_first)


def _person(words: list[str]) -> Name:
    """A person's name without commas, titles or suffix, in a script with spaces."""
    if len(words) == 1:
        return Name(family=words[0])
    if _is_surname_first(words):
        return Name(family=words[0], given=" ".join(words[1:]), family_first=True)
    if _is_slavic_list_order(words):
        return Name(family=words[0], given=" ".join(words[1:]))
    start = _family_start(words)
    particle, family = _leading_particles(words[start:])
    return Name(family=family, given=" ".join(words[:start]), particle=particle)


def _family_start(words: list[str]) -> int:
    """Where the family name begins in a name with the given name first, particles included."""
    for size in (3, 2):
        if len(words) > size and _folded(" ".join(words[-size:])) in known.COMPOUND_SURNAMES:
            return len(words) - size
    for place, word in enumerate(words[:-1]):
        folded = _folded(word)
        if word == word.lower() and folded in (known.BOUND_PARTICLES | known.FIRST_PARTICLES):
            return place
        if word[:1].isupper() and folded in (known.CAPITAL_PARTICLES if place else known.LONE_PARTICLES):
            return place
    return len(words) - 1


def _leading_particles(words: list[str]) -> tuple[str, str]:
    """The particles before a family name (``von der``) and the family name."""
    count = 0
    while count < len(words) - 1 and words[count] == words[count].lower() and _folded(words[count]) in known.PARTICLES:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _trailing_particles(given: list[str]) -> tuple[str, list[str]]:
    """Particles behind the given name, as an index writes them: ``Leyen, Ursula von der``."""
    start = len(given)
    while start > 1 and given[start - 1] == given[start - 1].lower() and _folded(given[start - 1]) in known.PARTICLES:
        start -= 1
    return " ".join(given[start:]), given[:start]


def _is_surname_first(words: list[str]) -> bool:
    """Whether romanised words are a Korean, Chinese, Japanese or Vietnamese name, family name first."""
    first, rest = _folded(words[0]), [_folded(word) for word in words[1:]]
    if len(rest) == 1:
        return _is_surname_and_name(first, rest[0])
    syllables = all(_is_syllable(word) for word in rest)
    return len(rest) == 2 and syllables and first in (known.KOREAN | known.CHINESE | known.VIETNAMESE)


def _is_surname_and_name(surname: str, name: str) -> bool:
    if "-" in name:
        return surname in (known.KOREAN | known.CHINESE) and all(_is_syllable(part) for part in name.split("-"))
    if surname in known.JAPANESE and name not in known.JAPANESE:
        return (
            re.fullmatch(r"(?:(?:[kstnhmyrwgzdbpjfc]|ky|sh|ch|ts|sh|ny|ry|hy|j|gy)?[aeiou]{1,2}n?)+", name) is not None
        )
    return surname in known.CHINESE and _is_pinyin(name)


def _is_pinyin(word: str) -> bool:
    """Whether a word is one or two Chinese syllables."""
    syllable = (
        r"(?:[jqx](?:i(?:a|e|u|ao|an|n|ang|ng|ong)?|u(?:e|an|n)?)|(?:zh|ch|sh|[bpmfdtnlgkhrzcsyw])?"
        r"(?:ia[on]|iang|iu|ie|ing|in|i|uang|uan|uai|ua|ui|un|uo|ue|u|ai|ao|ang|an|a|ei|eng|en|er|e|ong|ou|o))"
    )
    return re.fullmatch(f"{syllable}{{1,2}}", word) is not None


def _is_syllable(word: str) -> bool:
    """Whether a word has one vowel sound and an ending that Korean, Chinese and Vietnamese syllables have."""
    return re.fullmatch(r"[^\W\d_aeiouy]{0,3}[aeiouyw]{1,4}(?:ng|nh|ch|[nmklptrhbgc])?", word) is not None


def _is_slavic_list_order(words: list[str]) -> bool:
    """Whether a Russian or Ukrainian name starts with the family name: initials or a patronymic end it."""
    folded = [_folded(word) for word in words]
    if all(re.fullmatch(r"(?:\w\.-?)+", word) for word in words[1:]) and "." not in words[0] and words[0][0] > "\u0400":
        return True
    patronymic = r".+(?:ович|евич|ьич|овна|евна|ична|івна|ovich|evich|ovna|evna)"
    if len(words) == 3 and re.fullmatch(patronymic, folded[2]):
        return True
    return len(words) == 2 and folded[1] in known.SLAVIC_GIVEN and folded[0] not in known.SLAVIC_GIVEN


def _is_east_asian(text: str) -> bool:
    """Whether there are only Chinese, Japanese or Korean characters."""
    return (
        not text.isascii()
        and re.fullmatch(r"[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]+", text)
        is not None
    )


def _east_asian(words: list[str]) -> Name:
    """Family name first: up to the space, else one character, or two of four in Japanese and of rare surnames."""
    if len(words) > 2 or "".join(words) == "".join(re.findall(r"[\u30a0-\u30ff]", "".join(words))):
        return Name(literal=" ".join(words))
    if len(words) == 2:
        return Name(family=words[0], given=words[1], family_first=True)
    text = words[0]
    if not 2 <= len(text) <= 4:
        return Name(family=text) if len(text) == 1 else Name(literal=text)
    size = 2 if text[:2] in known.TWO_CHARACTERS and len(text) > 2 else len(text) // 2 if len(text) == 4 else 1
    return Name(family=text[:size], given=text[size:], family_first=True)


def _is_institution(text: str) -> bool:
    words = text.split()
    folded = [_folded(word).strip("“”\"'()") for word in words]
    if any(word in known.INSTITUTION_WORDS for word in folded) or re.search(
        r"\w\.(?:com|org|net|de|ru|ua|fr|kr|cn|jp|eu|tv)\b", text
    ):
        return True
    if len(words) == 1:
        return (text.isupper() and text.isalpha() and len(text) <= 6) or _is_east_asian_institution(text)
    return len(words) == 2 and words[0].istitle() and folded[0] in known.ARTICLES and folded[1] != "pen"


def _is_east_asian_institution(text: str) -> bool:
    return len(text) > 2 and text.endswith(known.INSTITUTION_ENDINGS) and _is_east_asian(text)


def _without_titles(words: list[str]) -> list[str]:
    start, end = 0, len(words)
    while start < end and words[start].lower() in known.TITLES:
        start += 1
    # At the end an M. is an initial, and no Monsieur.
    while end > start and words[end - 1].lower() in known.TITLES and len(words[end - 1].strip(".")) > 1:
        end -= 1
    return words[start:end]


def _small_capitals(words: list[str]) -> list[str]:
    """Words of capitals with only their first kept: JOHN O'BRIEN as John O'Brien, VON DER as von der."""
    if len(words) > 1 and all(word.isupper() for word in words):
        words = [word.lower() if _folded(word) in known.PARTICLES and len(word) > 1 else word for word in words]
    return [_one_capital(word) if word.isupper() and sum(map(str.isalpha, word)) > 2 else word for word in words]


def _one_capital(word: str) -> str:
    def capital(match: re.Match[str]) -> str:
        part = match[0]
        if len(part) > 4 and part.startswith("MC"):
            return f"Mc{part[2]}{part[3:].lower()}"
        if any(letter in part for letter in "İŞĞ"):  # Turkish parts the dotted i from the other in capitals too
            return part[0] + part[1:].replace("İ", "i").replace("I", "ı").lower()
        return part[0] + part[1:].lower()

    return re.sub(r"[^\W\d_]+", capital, word)


def _folded(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join([char for char in decomposed if not unicodedata.combining(char)])


def _bare_byline(text: str) -> str:
    """A byline without its opening ("By"), addresses, jobs, places and employers."""
    text = " ".join([word for word in text.split() if "@" not in word])
    text = re.split(r" ?[/／|｜] ?| [-–—] ", text, maxsplit=1)[0]
    text = re.sub(r"\([^()]*\)", "", text).strip(" ,;")
    for job in known.JOBS:
        before, found, after = text.partition(job)
        if found and (after.strip() or before.strip()):
            text = after.strip() or before.split()[-1]
    return _without_opening(text)


def _without_opening(text: str) -> str:
    """A byline without "By" and its like; "von" and "di" stay where they belong to a family name."""
    first, _, rest = text.partition(" ")
    if first.lower() not in known.BYLINE_OPENINGS:
        return text
    if first.lower() not in known.PARTICLES:
        return rest.strip() or text
    is_person = rest[:1].isupper() and len(rest.partition(",")[0].split()) > 1
    return rest.strip() if is_person else text


def _by_ands(text: str) -> list[str]:
    """The pieces of a byline between its "and"s; an institution's own "and" (Health and Welfare) parts nothing."""
    if text.startswith("{") and text.endswith("}"):
        return [text]
    parts = re.split(rf",? (?:{known.ANDS}) |\s?&\s?(?=\w)", text)
    if "," not in text and _is_institution(parts[0]) and any(len(part.split()) == 1 for part in parts[1:]):
        return parts if all(_is_institution(part) for part in parts) else [text]
    return parts


def _by_commas(text: str) -> list[str]:
    """The names of a piece without "and": parted at commas, unless the comma is a name's own."""
    parts = [part.strip() for part in re.split(r"[,、，،]", text) if part.strip()]
    if len(parts) < 2 or _is_one_name(parts):
        return [", ".join(parts)]
    people = [part for part in parts if not _is_institution(part)]
    if not people or _is_institution(parts[0]):
        return [parts[0]] if all(part.isupper() for part in parts) else parts
    return people


def _is_one_name(parts: list[str]) -> bool:
    if any(part.lower() in known.SUFFIXES for part in parts[1:]):
        return len(parts) <= 3
    if len(parts) > 2 or _is_institution(parts[0]) or _is_east_asian(parts[0]):
        return False
    family = _leading_particles(parts[0].split())[1]
    return len(family.split()) == 1 or len(parts[1].split()) == 1
