"""Evidence for a field weighed: agreement raises confidence, contradiction lowers it."""

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, NamedTuple, TypeVar

LINE = 60
"""A field is taken at this confidence (per cent) or above, below it is left out and listed."""

_DOUBT = 0.4
"""How much of its confidence the best answer loses to an equally sure other one."""
_TELLING = 0.5
_HIGHEST = 99

Value = TypeVar("Value")


class Evidence(NamedTuple, Generic[Value]):
    """One answer, the part of the page that gives it, and how often such a part is right (per cent)."""

    value: Value
    source: str
    weight: int


class Verdict(NamedTuple, Generic[Value]):
    """An answer with the parts of the page that give it, the strongest first, and its confidence (per cent)."""

    value: Value
    sources: tuple[str, ...]
    confidence: int

    @property
    def provenance(self) -> str:
        """Where it is from and how sure it is: ``JSON-LD datePublished (95 %)``."""
        return f"{self.sources[0]} ({self.confidence} %)"


def _strangers(_one: object, _other: object) -> bool:
    return False


def weigh(evidence: Sequence[Evidence[Value]], same: Callable[[Value], Hashable],
          kin: Callable[[Value, Value], bool] = _strangers) -> list[Verdict[Value]]:  # fmt: skip
    """All answers, best first; two with the same `same` are one, in the form of the stronger; `kin` do not contradict.

    Parts of one name (``<time>`` twice) count once. An answer that is rather wrong than right contradicts no other.
    """
    groups: dict[Hashable, list[Evidence[Value]]] = {}
    for piece in evidence:
        groups.setdefault(same(piece.value), []).append(piece)
    raw = []
    for pieces in groups.values():
        pieces.sort(key=lambda piece: -piece.weight)
        weights: dict[str, int] = {}
        for piece in pieces:
            weights.setdefault(piece.source, piece.weight)
        wrong = 1.0
        for weight in weights.values():
            wrong *= 1 - weight / 100
        raw.append((1 - wrong, pieces[0].value, tuple(weights)))
    raw.sort(key=lambda entry: -entry[0])
    verdicts = []
    for at, (sure, value, sources) in enumerate(raw):
        others = [other for place, other in enumerate(raw) if place != at and not kin(value, other[1])]
        rival = max((other[0] for other in others), default=0.0)
        doubt = _DOUBT * rival if rival >= _TELLING else 0.0
        verdicts.append(Verdict(value, sources, min(round(100 * sure * (1 - doubt)), _HIGHEST)))
    return verdicts
