"""Names in BibTeX and BibLaTeX fields, read into their parts.

The rules are BibTeX's (Patashnik, "BibTeXing", 1988, 4): names are parted by ``and``, a name has one of the forms
``First von Last``, ``von Last, First`` and ``von Last, Jr, First``, the particle is what begins with a small letter,
and braces make one word of what they hold. A name that is all in braces is an institution. biber's ``family=...,
given=...`` is read too (biblatex manual, 3.4).
"""

import re
from collections.abc import Iterator, Sequence

from quotebank.text.latex_reading import decode

Shape = dict[str, object]

OTHERS = "others"
"""The name that stands for all who are not named; written bare it is "et al." to every style."""

_PARTS = {"family": "family", "given": "given", "prefix": "particle", "suffix": "suffix"}
_MOST_COMMAS = 2


def read_names(value: str) -> list[Shape]:
    """The JSON shapes of the names in a field's raw text, in order; empty ones are left out."""
    return [name for text in _parted(value, r"\s+and\s+") if (name := _name(text.strip()))]


def _name(text: str) -> Shape:
    parts = [part.strip() for part in _parted(text, ",")]
    if not text or text == OTHERS or _is_braced(text) or len(parts) > _MOST_COMMAS + 1:
        literal = decode(text).text.strip()
        return {"literal": literal} if literal else {}
    if "=" in parts[0]:
        return _in_parts(parts)
    if len(parts) == 1:
        return _running(text)
    particle, family = _particle(_words(parts[0]))
    suffix = parts[1] if len(parts) > _MOST_COMMAS else ""
    return _shape(family, parts[-1], particle, suffix)


def _running(text: str) -> Shape:
    """``First von Last``: the particle is the first words in small letters, the family name what follows."""
    words = _words(text)
    if len(words) == 1:
        alone = decode(words[0]).text.strip()
        return {"literal": alone} if alone else {}
    small = [at for at, word in enumerate(words[:-1]) if _is_small(word)]
    if not small:
        return _shape(words[-1:], " ".join(words[:-1]), [], "")
    first, last = small[0], small[-1]
    return _shape(words[last + 1 :], " ".join(words[:first]), words[first : last + 1], "")


def _particle(words: list[str]) -> tuple[list[str], list[str]]:
    """The words in small letters before a family name, and the name; one word at least stays the name."""
    small = [at for at, word in enumerate(words[:-1]) if _is_small(word)]
    border = small[-1] + 1 if small and small[0] == 0 else 0
    return words[:border], words[border:]


def _shape(family: Sequence[str], given: str, particle: Sequence[str], suffix: str) -> Shape:
    texts = {
        "family": " ".join(family), "given": given, "particle": " ".join(particle), "suffix": suffix,
    }  # fmt: skip
    shape: Shape = {part: shown for part, text in texts.items() if (shown := decode(text).text.strip())}
    if "family" not in shape:
        alone = " ".join(str(text) for text in shape.values())
        return {"literal": alone} if alone else {}
    return shape


def _in_parts(parts: Sequence[str]) -> Shape:
    """Biber's extended form; parts it has besides (initials, ids) are left out."""
    found: dict[str, str] = {}
    for part in parts:
        name, _, value = part.partition("=")
        if known := _PARTS.get(name.strip().lower()):
            found[known] = value.strip().strip('"')
    return _shape(
        [found.get("family", "")], found.get("given", ""), [found.get("particle", "")], found.get("suffix", "")
    )


def _is_braced(text: str) -> bool:
    """Whether one pair of braces holds the whole text."""
    return text[0] == "{" and text[-1] == "}" and next(_outside(text), len(text)) == len(text)


def _is_small(word: str) -> bool:
    """Whether BibTeX takes a word for a particle: its first letter is small, a word in braces has none."""
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    letter = next((char for char in decode(word).text if char.isalpha()), "")
    return letter.islower()


def _words(text: str) -> list[str]:
    return [word for word in _parted(text, r"[\s~]+") if word]


def _outside(text: str) -> Iterator[int]:
    """The places of the characters that no braces hold, braces themselves left out."""
    depth = 0
    escaped = False
    for at, char in enumerate(text):
        if escaped:
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == "{":
            depth += 1
            continue
        elif char == "}":
            depth = max(0, depth - 1)
            continue
        if depth == 0:
            yield at


def _parted(text: str, separator: str) -> list[str]:
    """The text parted where the separator stands outside all braces."""
    if "{" not in text and "\\" not in text:
        return re.split(separator, text, flags=re.IGNORECASE)
    outside = set(_outside(text))
    parts, start = [], 0
    for match in re.finditer(separator, text, flags=re.IGNORECASE):
        if match.start() in outside and match.start() >= start:
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]
