"""Drafts on the command line: their files read, what they cite looked up, and what is wrong with that told."""

from collections.abc import Sequence
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING, NamedTuple

from quotebank.cli.session import Session
from quotebank.errors import BadInput

if TYPE_CHECKING:
    from quotebank.actions.cited import Cited
    from quotebank.bank.bank import Bank
    from quotebank.draft.records import Part, ReadFile, Trouble

_MOST_BYTES = 1 << 27
"""A file of a draft that is larger is no manuscript."""


class Drafts(NamedTuple):
    """Drafts that were read: their files, and what they cite."""

    parts: "tuple[Part, ...]"
    cited: "Cited"

    @property
    def troubles(self) -> "list[Trouble]":
        """What could not be read."""
        return [trouble for part in self.parts for trouble in part.troubles]

    @property
    def problems(self) -> list[str]:
        """What is wrong, a line each with its place: files that cannot be read, and keys that no record has."""
        from quotebank.actions.cited import trouble_line

        return [*map(trouble_line, self.troubles), *map(str, self.cited.missing)]

    def shape(self) -> dict[str, object]:
        """The JSON shape of what the drafts cite."""
        found = self.cited
        return {
            "files": [part.name for part in self.parts],
            "cited": [
                {"key": key, "spelt": list(found.spelt[key]), **_place(found.first[key].spot)} for key in found.keys
            ],
            "aliases": dict(found.aliases),
            "missing": [
                {"key": each.citation.key, **_place(each.citation.spot), "nearest": list(each.nearest)}
                for each in found.missing
            ],
            "troubles": [
                {**_place(trouble.spot), "message": trouble.message, "hint": trouble.hint} for trouble in self.troubles
            ],
            "everything": found.everything,
        }


def read_drafts(session: Session, bank: "Bank", names: Sequence[str], form: str = "") -> Drafts:
    """The drafts of these names with all they include, and what they cite of a bank.

    Raises `MissingFile` for a draft that is not there, `UsageError` for a format that is none.
    """
    from quotebank.actions.cited import cited
    from quotebank.draft.reading import read_draft

    read = draft_files(session, names)
    parts = tuple(part for name in dict.fromkeys(names) for part in read_draft(name, read, form=form))
    return Drafts(parts, cited(bank, parts))


def draft_files(session: Session, named: Sequence[str]) -> "ReadFile":
    """What gives drafts their files: those `named` by the writer whatever they are, others if they are plain files.

    A draft somebody sent may include a device that never ends, or a pipe that never begins.
    """
    from quotebank.bank.disk import explained

    def read(name: str) -> bytes:
        if name not in named:
            with explained(name, "reading"):
                kind = (session.here / name).stat()
            if not (S_ISREG(kind.st_mode) or S_ISDIR(kind.st_mode)):
                raise BadInput(f"{name}: not read, it is no plain file", "include a file")
            if kind.st_size > _MOST_BYTES:
                raise BadInput(f"{name}: not read, it has more than {_MOST_BYTES >> 20} MB", "include a manuscript")
        return session.read_file(name)

    return read


def _place(spot: "tuple[str, int, int]") -> dict[str, object]:
    file, line, column = spot
    return {"file": file, "line": line, "column": column}
