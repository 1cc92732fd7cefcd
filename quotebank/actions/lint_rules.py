"""What `lint` can find: the rules by their codes, a finding, and the choice of rules for a run."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from quotebank.errors import UsageError


class Finding(NamedTuple):
    """Something in a draft that a writer has to look at, and where: `line` and `column` from 1, in characters.

    `code` is the rule's, `key` the citation key it is about (``""`` for none), `hint` what to do.
    """

    file: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    key: str = ""


class Rule(NamedTuple):
    """A rule in a few words; `on` says whether it counts when nothing is chosen."""

    title: str
    on: bool = True


RULES: Mapping[str, Rule] = {
    "Q001": Rule("a file that cannot be read"),
    "Q101": Rule("a key that no record has"),
    "Q103": Rule("a key that a record had before"),
    "Q104": Rule("a second citation inside the brackets of the first"),
    "Q105": Rule("a source cited as if it had been read"),
    "Q106": Rule("a quotation cited without the place it stands at"),
    "Q201": Rule("a quotation that differs from the source"),
    "Q202": Rule("a quotation that the source does not have"),
    "Q203": Rule("a quotation from another source than the one cited"),
    "Q204": Rule("a source's words without quotation marks"),
    "Q301": Rule("a date that contradicts the record"),
    "Q302": Rule("an outlet that contradicts the record"),
    "Q303": Rule("an author who contradicts the record"),
    "Q401": Rule("a quotation that was never verified", on=False),
    "Q402": Rule("a record that nobody cites", on=False),
}
"""Every rule by its code; ``docs/lint.md`` has a section for each."""

_LONGEST = 80


class Choice:
    """The rules that count in a run.

    `select` and `ignore` name codes, or the beginnings of codes (``Q1``, ``Q``); several may stand in one text,
    parted by commas. What is selected counts, and nothing else; what is ignored does not count, selected or not. Raises
    `UsageError` for what begins no code.
    """

    def __init__(self, select: Sequence[str] = (), ignore: Sequence[str] = (), *, unused: bool = False) -> None:
        chosen = _named("--select", select)
        dropped = _named("--ignore", ignore)
        codes = {code for code, rule in RULES.items() if (code in chosen if select else rule.on)}
        self.codes = (codes | ({"Q402"} if unused else set())) - dropped

    def __contains__(self, code: str) -> bool:
        return code in self.codes

    def any(self, *codes: str) -> bool:
        """Whether one of these rules counts."""
        return not self.codes.isdisjoint(codes)


def _named(flag: str, given: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for text in given:
        for name in text.upper().replace(",", " ").split():
            codes = {code for code in RULES if code.startswith(name)}
            if not codes:
                raise UsageError(
                    f"{flag} {name[:_LONGEST]}: no rule has this code", f"the codes are {', '.join(RULES)}"
                )
            found |= codes
    return found


def is_ignored(finding: Finding, ignored: Mapping[int, frozenset[str]]) -> bool:
    """Whether the draft itself switches a finding off, on its line or for the whole file."""
    return any(finding.code.startswith(code) for line in (0, finding.line) for code in ignored.get(line, ()) if code)


def shown(text: str, longest: int = _LONGEST) -> str:
    """A stretch of text for a message, on one line, its middle left out when it is long."""
    words = " ".join(text.split())
    if len(words) <= longest:
        return words
    half = (longest - 3) // 2
    return f"{words[:half].rstrip()} … {words[-half:].lstrip()}"
