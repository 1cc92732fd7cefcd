"""Names of outlets held against one another and against the hosts that bear them."""

# ruff: noqa: PLR2004 -- the numbers are lengths and shares

import re

from quotebank.ingest.page.intake import bare
from quotebank.ingest.page.weighing import Verdict


def whole(verdicts: list[Verdict[str]]) -> list[Verdict[str]]:
    """Verdicts with a name before its short form, where only the host and the title have the short one."""
    if not verdicts or not verdicts[0].sources[0].startswith(("the host", "end of", "name in", "link", "masthead")):
        return verdicts
    short = verdicts[0].value
    for other in verdicts[1:]:
        if other.value.startswith(f"{short} ") and len(other.sources) > 1:
            return [other._replace(confidence=verdicts[0].confidence), *[one for one in verdicts if one is not other]]
    return verdicts


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
        if _initials(name) in (label, f"the{label}") and len(label) > 1:
            return True
    return False


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
