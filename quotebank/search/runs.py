"""Words of a query that belong together, and what their stretches may stand for."""

from collections.abc import Sequence
from typing import NamedTuple

from quotebank.search.query import Atom, Term

Span = tuple[int, int]
"""The first word of a run and the one after the last."""


class Hypothesis(NamedTuple):
    """One meaning of a span: these `words` of the index, `together` if they have to stand next to one another.

    `similarity` is 0 to 1. A `weak` one counts only next to another match.
    """

    words: tuple[str, ...]
    similarity: float
    how: str
    together: bool = True
    weak: bool = False


class Run(NamedTuple):
    """Words that are looked for together, of one field (``""``: anywhere); `compounds` numbers each atom's term."""

    field: str
    atoms: tuple[Atom, ...]
    compounds: tuple[int, ...]
    typed: tuple[str, ...]

    @classmethod
    def of(cls, terms: Sequence[Term], field: str) -> "Run":
        """The run of terms whose `how` is ``words``."""
        return cls(
            field,
            tuple(atom for term in terms for atom in term.atoms),
            tuple(number for number, term in enumerate(terms) for _ in term.atoms),
            tuple(term.typed for term in terms),
        )

    def joined(self, span: Span) -> str:
        """The folded words of a span as one."""
        return "".join([atom.text for atom in self.atoms[slice(*span)]])

    def written(self, span: Span) -> str:
        """A span as it was typed: whole pieces as they are, of parts of one its words."""
        pieces: list[str] = []
        for number in dict.fromkeys(self.compounds[slice(*span)]):
            inside = [at for at in range(len(self.atoms)) if self.compounds[at] == number]
            part = [self.atoms[at].typed for at in inside if span[0] <= at < span[1]]
            pieces.append(self.typed[number] if len(part) == len(inside) else "".join(part))
        return " ".join(pieces)


class Guesses(NamedTuple):
    """The hypotheses for each span, best first, and what was put aside: (typed, word, similarity)."""

    spans: dict[Span, list[Hypothesis]]
    aside: list[tuple[str, str, float]]
