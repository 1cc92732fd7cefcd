"""People and institutions as they are cited."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quotebank.model.fields import as_text, text_fields, unknown
from quotebank.text.scripts import is_han, is_hangul, is_kana

_FIELDS = ("family", "given", "particle", "suffix", "literal", "original")
_KNOWN = frozenset(_FIELDS)
_KNOWN_FIRST = frozenset((*_FIELDS, "family_first"))


@dataclass(frozen=True, slots=True)
class Name:
    """One author: a person in parts, or an institution as a `literal`.

    The parts are CSL's: `particle` is the dropping or non-dropping particle (``von``, ``de la``), `suffix`
    the generational one (``Jr.``). `original` is the whole name in its own script beside a romanised
    form. `family_first` marks people whose name is written family first (Kim Jong-un), so that prose
    puts it that way. `extra` keeps fields this version does not know.
    """

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""
    original: str = ""
    family_first: bool = False
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)

    @property
    def display(self) -> str:
        """The name in reading order: ``Ursula von der Leyen``, ``Kim Jong-un``, ``TASS``; 习近平 without a space."""
        if self.literal:
            return self.literal
        family = " ".join(part for part in (self.particle, self.family) if part)
        order = (family, self.given) if self.family_first else (self.given, family)
        gap = "" if self.family_first and _run_on(self.family, self.given) else " "
        spoken = gap.join(part for part in order if part)
        return f"{spoken} {self.suffix}" if self.suffix and spoken else spoken or self.suffix

    @property
    def sorted(self) -> str:
        """The name as an index lists it: ``Leyen, Ursula von der``; an institution as it is."""
        if self.literal:
            return self.literal
        given = " ".join(part for part in (self.given, self.particle) if part)
        return ", ".join(part for part in (self.family, given, self.suffix) if part)

    def to_json(self) -> dict[str, object]:
        """The JSON shape of one author: only the fields that are set."""
        shape = text_fields(self, _FIELDS)
        if self.family_first:
            shape["family_first"] = True
        return {**shape, **self.extra}

    @classmethod
    def from_json(cls, shape: object) -> "Name":
        """A name from its JSON shape; a bare string is taken as a `literal`. Raises `BadInput`."""
        if isinstance(shape, str):
            return cls(literal=shape)
        parts = as_text(shape, "authors", _FIELDS)
        raw = shape if isinstance(shape, Mapping) else {}
        return cls(
            **parts,
            family_first=raw.get("family_first") is True,
            extra=unknown(raw, _KNOWN_FIRST if raw.get("family_first") is True else _KNOWN),
        )


def _run_on(family: str, given: str) -> bool:
    """Whether a name is written without a space: in Han, Hangul or kana (CSL 1.0.2, "Name-part order")."""
    if not family or not given or family.isascii():
        return False
    return all(is_han(char) or is_hangul(char) or is_kana(char) for char in (family[-1], given[0]))
