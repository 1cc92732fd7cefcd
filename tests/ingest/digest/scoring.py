"""Score the parser of press digests against labels: ``python -m tests.ingest.digest.scoring [NAME...]``.

Labelled sources and proposals are paired one to one so that outlets, passages, authors and dates agree most. Then

- *sources*: a proposal is right when its outlet and the surnames of all its authors are; F1 of precision and recall;
- *outlets*: the same for the outlet alone;
- *authors*, *dates*: the share right among labelled sources whose outlet was found; *dated*, *issues*: of those that
  have one printed;
- *passages*: F1 in letters and digits, so that quotes, dashes and marks of Markdown never matter; the targets of links
  do not count;
- *spurious*: proposals that are no labelled source at all.

Optional sources and passages are never required and never punished.
"""

import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from typing import NamedTuple

from rapidfuzz import fuzz

from quotebank.ingest.digest import Source
from tests.ingest.digest.labels import Label, Labelled, labelled, names
from tests.ingest.digest.matching import pairing

_LIKE_OUTLET = 88
"""From which likeness (0 to 100) two folded outlets are one: a letter or an ending apart."""

_LIKE_NAME = 85
"""The same for surnames."""

_COMMON = 0.3
"""The share of common text from which a proposal with another outlet is paired with a source."""

_ARTICLE = re.compile(r"\A(?:the|le|la|les|l|die|der|das|el) (?=\w)")
_TARGET = re.compile(r"(?<=\])\([^)\n]*\)|https?://[^\s)\]]+")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one digest or, added up, of many: sources, then letters and digits of passages."""

    wanted: int = 0
    proposed: int = 0
    right: int = 0
    found: int = 0
    authors: int = 0
    dates: int = 0
    dated: int = 0
    dated_right: int = 0
    issued: int = 0
    issued_right: int = 0
    spurious: int = 0
    text_wanted: int = 0
    text_proposed: int = 0
    text_right: int = 0
    digests: int = 1

    def __add__(self, other: "Score") -> "Score":
        return Score(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))

    @property
    def source_f1(self) -> float:
        """Outlet and authors right, in percent."""
        return _f1(self.right, self.proposed, self.wanted)

    @property
    def outlet_f1(self) -> float:
        """Outlet right, in percent."""
        return _f1(self.found, self.proposed, self.wanted)

    @property
    def author_share(self) -> float:
        """Authors right among sources whose outlet was found, in percent."""
        return _share(self.authors, self.found)

    @property
    def date_share(self) -> float:
        """Dates right, "none" too, among sources whose outlet was found, in percent."""
        return _share(self.dates, self.found)

    @property
    def dated_share(self) -> float:
        """Dates right among sources with a printed date whose outlet was found, in percent."""
        return _share(self.dated_right, self.dated)

    @property
    def issue_share(self) -> float:
        """Issues right among sources with an issue whose outlet was found, in percent."""
        return _share(self.issued_right, self.issued)

    @property
    def passage_f1(self) -> float:
        """Letters and digits of passages given to the right source, in percent."""
        return _f1(self.text_right, self.text_proposed, self.text_wanted)

    @property
    def spurious_each(self) -> float:
        """Proposals a digest that are no source."""
        return self.spurious / self.digests if self.digests else 0.0


class _Ground(NamedTuple):
    """The letters and digits, by offset, of one label: required and optional."""

    required: frozenset[int]
    optional: frozenset[int]

    @property
    def all(self) -> frozenset[int]:
        return self.required | self.optional


def total(scores: Iterable[Score]) -> Score:
    """The scores of many digests in one."""
    return sum(scores, start=Score(digests=0))


def score(digest: Labelled, proposals: Sequence[Source]) -> Score:
    """How right these proposals for a digest are; their passages' offsets count in its text."""
    letters = _letters(digest.text)
    grounds = [_ground(label, letters) for label in digest.labels]
    taken = [_stretch([(passage.start, passage.end) for passage in source.passages], letters) for source in proposals]
    pairs = _pairs(digest.labels, grounds, proposals, taken)
    label_of = {column: row for row, column in pairs.items()}
    free_text = frozenset[int]().union(*(ground.optional for ground in grounds))
    free_text -= frozenset[int]().union(*(ground.required for ground in grounds))
    counted = [
        _proposal(proposals[at], taken[at], digest.labels, grounds, label_of.get(at), free_text)
        for at in range(len(proposals))
    ]
    wanted = [at for at, label in enumerate(digest.labels) if not label.optional]
    return total(counted) + Score(wanted=len(wanted), text_wanted=sum(len(grounds[at].required) for at in wanted))


def _proposal(
    source: Source,
    text: frozenset[int],
    labels: Sequence[Label],
    grounds: Sequence[_Ground],
    at: int | None,
    free_text: frozenset[int],
) -> Score:
    """What one proposal, paired with label `at`, adds to the score."""
    label = labels[at] if at is not None else None
    found = label is not None and is_outlet(label, source)
    excused = (label is not None and label.optional) or (not found and bool(text) and _mostly(text, free_text))
    if excused or label is None or at is None:
        return Score(
            proposed=0 if excused else 1,
            spurious=0 if excused else 1,
            text_proposed=0 if excused else len(text - free_text),
            digests=0,
        )
    good = text & grounds[at].required
    authors, date = found and has_authors(label, source), found and has_date(label, source)
    return Score(
        proposed=1,
        right=authors,
        found=found,
        authors=authors,
        dates=date,
        dated=found and label.dated,
        dated_right=date and label.dated,
        issued=found and bool(label.issue),
        issued_right=found and bool(label.issue) and _numbers(label.issue) == _numbers(source.issue),
        text_proposed=len((text - free_text - grounds[at].optional) | good),
        text_right=len(good),
        digests=0,
    )


def _pairs(
    labels: Sequence[Label], grounds: Sequence[_Ground], proposals: Sequence[Source], taken: Sequence[frozenset[int]]
) -> dict[int, int]:
    weights = {}
    for row, (label, ground) in enumerate(zip(labels, grounds, strict=True)):
        for column, (source, text) in enumerate(zip(proposals, taken, strict=True)):
            common = _likeness(ground.all, text)
            found = is_outlet(label, source)
            if not found and common < _COMMON:
                continue
            weight = round(200 * common) + (200 if found else 20)
            if found:
                weight += 120 * has_authors(label, source) + 80 * has_date(label, source)
            weights[row, column] = weight * (3 if label.optional else 4)
    return pairing(weights)


def is_outlet(label: Label, source: Source) -> bool:
    """Whether a proposal's outlet, as filed or as printed, is the label's."""
    told = [_folded(name) for name in (source.outlet, source.outlet_printed) if name]
    if not label.outlets or not told:
        return not label.outlets and not told
    return any(fuzz.ratio(_folded(name), one) >= _LIKE_OUTLET for name in label.outlets for one in told)


def has_authors(label: Label, source: Source) -> bool:
    """Whether a proposal has just the label's authors, told by their surnames, in any order."""
    told = [_folded(name.replace("-", "")).split() for name in source.authors]
    return any(_are_surnames(authors, told) for authors in label.authors)


def has_date(label: Label, source: Source) -> bool:
    """Whether a proposal's date is one that the label accepts."""
    return (source.date.text if source.date else None) in label.dates


def _are_surnames(authors: Sequence[str], told: Sequence[Sequence[str]]) -> bool:
    if len(authors) != len(told):
        return False
    alike = {}
    for row, name in enumerate(authors):
        surname = _folded(name.replace("-", "")).split()[-1]
        for column, words in enumerate(told):
            if any(fuzz.ratio(surname, word) >= _LIKE_NAME for word in words):
                alike[row, column] = 1
    return len(pairing(alike)) == len(authors)


def _folded(name: str) -> str:
    """A name without case, marks, apostrophes, soft signs, points and a leading article."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(char))
    bare = re.sub(r"['’‘ʼ`´.ьъ]", "", bare.replace("&", " and "))
    return _ARTICLE.sub("", " ".join(re.findall(r"\w+", bare)))


def _numbers(issue: str) -> list[str]:
    return re.findall(r"\d+", issue)


def _letters(text: str) -> frozenset[int]:
    """The offsets of all letters and digits outside the targets of links."""
    hidden = {at for match in _TARGET.finditer(text) for at in range(*match.span())}
    return frozenset(at for at, char in enumerate(text) if char.isalnum() and at not in hidden)


def _stretch(spans: Iterable[tuple[int, int]], letters: frozenset[int]) -> frozenset[int]:
    return frozenset(at for start, end in spans for at in range(start, end) if at in letters)


def _ground(label: Label, letters: frozenset[int]) -> _Ground:
    required = [(span.start, span.end) for span in label.spans if not (span.optional or label.optional)]
    optional = [(span.start, span.end) for span in label.spans if span.optional or label.optional]
    return _Ground(_stretch(required, letters), _stretch(optional, letters))


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _mostly(text: frozenset[int], free: frozenset[int]) -> bool:
    return 2 * len(text & free) >= len(text)


def _share(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 100.0


def _f1(right: int, proposed: int, wanted: int) -> float:
    return 200 * right / (proposed + wanted) if proposed or wanted else 100.0


def line(name: str, result: Score) -> str:
    """A score as one line of the table."""
    columns = (
        result.source_f1,
        result.outlet_f1,
        result.author_share,
        result.date_share,
        result.dated_share,
        result.issue_share,
        result.passage_f1,
    )
    figures = "".join(f"{column:9.1f}" for column in columns)
    return f"{name:26}{result.wanted:8}{result.proposed:9}{figures}{result.spurious:9}"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table of all labelled digests, or of those named, a line each, then one a language and one in all."""
    given = (sys.argv[1:] if argv is None else list(argv)) or names()
    heads = ("sources", "outlets", "authors", "dates", "dated", "issues", "passages", "spurious")
    lines = [f"{'digest':26}{'labelled':>8}{'proposed':>9}" + "".join(f"{head:>9}" for head in heads)]
    languages: dict[str, Score] = {}
    for name in given:
        digest = labelled(name)
        result = score(digest, digest.read().sources)
        lines.append(line(name, result))
        languages[digest.language] = languages.get(digest.language, Score(digests=0)) + result
    lines += [line(f"= {language}", result) for language, result in sorted(languages.items())]
    lines.append(line("= all", total(languages.values())))
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
