"""Names of outlets held against one another and against the hosts that bear them."""

# ruff: noqa: PLR2004 -- the numbers are lengths and shares

import re
from collections.abc import Callable
from functools import cache

from quotebank.ingest.page.intake import bare
from quotebank.ingest.page.weighing import Verdict


def whole(verdicts: list[Verdict[str]], is_shown: Callable[[str], bool] = bool) -> list[Verdict[str]]:
    """Verdicts with a name before its short form, where only the host and the title have the short one.

    A longer name counts that two parts of the page give, or one of them and its text (`is_shown`).
    """
    if not verdicts or not verdicts[0].sources[0].startswith(_GUESSED):
        return verdicts
    short = verdicts[0].value
    for other in verdicts[1:]:
        named = len(other.sources) > 1 or (not other.sources[0].startswith(_GUESSED) and is_shown(other.value))
        if other.value.startswith(f"{short} ") and named:
            return [other._replace(confidence=verdicts[0].confidence), *[one for one in verdicts if one is not other]]
    return verdicts


_GUESSED = ("the host", "end of", "name in", "link", "masthead", "copyright")
"""Sources of what the page shows and does not declare."""


def is_no_name(text: str) -> bool:
    """Whether a text is "home", "front page" or the like, and no name."""
    return bare(text) in _no_names()


@cache
def _no_names() -> frozenset[str]:
    from quotebank.ingest.page.outlet_words import NO_NAMES

    return frozenset(map(bare, NO_NAMES.split()))


def same_outlet(name: str) -> str:
    """The form in which names of outlets are one: bare, without its article and the ending of a domain."""
    from quotebank.ingest.outlet_table import ARTICLES

    head, _, rest = name.partition(" ")
    name = rest if rest and head.capitalize() in ARTICLES else name
    if "." in name:
        name = re.sub(r"(?i)^www\.|\.(?:com|net|org|info|ru|de|fr|co\.uk|[a-z]{2})$", "", name)
    if name.isascii():
        return bare(name)
    if len(name) > 3 and name.endswith("新聞社"):  # 社 is the company that prints the paper
        name = name[:-1]
    return bare(_without_accents(name))


def _without_accents(name: str) -> str:
    """Without the marks that capitals do without: ΒΗΜΑ and Βήμα are one; other scripts stay as they are."""
    import unicodedata

    return "".join(
        unicodedata.normalize("NFD", char)[0] if char.isalpha() and char < "\u0530" else char for char in name
    )


def is_kin(name: str, other: str) -> bool:
    """Whether one name is a short form of the other: its initials, or some of its words."""
    short, long = sorted((name, other), key=len)
    if bare(short) == _initials(long) and len(short) > 1:
        return True
    form = bare(same_outlet(short))
    return len(form) >= 4 and f" {same_words(short)} " in f" {same_words(long)} "


def same_words(name: str) -> str:
    """The words of a name in the form in which they are compared, without its article."""
    from quotebank.ingest.outlet_table import ARTICLES

    head, _, rest = name.partition(" ")
    name = rest if rest and head.capitalize() in ARTICLES else name
    return " ".join(filter(None, map(same_outlet, name.split())))


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word).casefold()


def is_of_host(name: str, host: str) -> bool:
    """Whether a host bears a name: written out, in part, romanised, or as its initials."""
    for label in _labels(host):
        for text in spelled(name):
            short, long = sorted((text, label), key=len)
            if len(short) >= 3 and short in long and 5 * len(short) >= 2 * len(long):
                return True
        if len(label) > 1 and (_initials(name) in (label, f"the{label}") or _is_part_initials(name, label)):
            return True
    return False


def _is_part_initials(name: str, label: str) -> bool:
    """Whether a label is a name whose first words are initials: nvpost is the North Valley Post."""
    words = [bare(word) for word in name.split()][-6:]
    return any("".join([*[word[:1] for word in words[start:at]], *words[at:]]) == label
               for start in (0, 1) for at in range(start + 1, len(words)))  # fmt: skip


def is_host(name: str, host: str) -> bool:
    """Whether a host is a name written out."""
    return any(text in _labels(host) for text in spelled(name))


def _labels(host: str) -> list[str]:
    """The parts of a host that may be names, the ending left out; the whole of them as one, too."""
    parts = [
        part for part in host.split(".")[:-1] if part not in ("www", "m", "amp", "co", "com", "org", "blog", "news")
    ]
    return [label for label in (*map(bare, parts), bare("".join(parts))) if len(label) > 1]


def spelled(name: str) -> list[str]:
    """A name as hosts spell it: with and without its article, umlauts as two letters or one, in Latin letters."""
    found = {same_outlet(name), bare(name)}
    if not name.isascii():
        from quotebank.text.folding import fold

        table = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae"})
        found |= {bare(fold(text)) for text in list(found)} | {bare(fold(text.translate(table))) for text in found}
    return [text for text in found if len(text) > 1]
