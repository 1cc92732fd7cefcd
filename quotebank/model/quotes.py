"""What an article says, kept as a quotation, paraphrase, summary or comment."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quotebank.errors import BadInput
from quotebank.model.fields import as_text, mapping, text_fields, texts, unknown

KINDS = ("direct", "paraphrase", "summary", "comment")
"""Kinds of quote: the source's own words; the writer's words for one claim; for a whole; on it."""

LOCATORS = (
    "page", "paragraph", "section", "timestamp", "act", "appendix", "article-locator", "book", "canon", "chapter",
    "column", "elocation", "equation", "figure", "folio", "issue", "line", "note", "opus", "part", "rule", "scene",
    "sub-verbo", "supplement", "table", "title-locator", "verse", "version", "volume",
)  # fmt: skip
"""Locator labels of CSL 1.0.2 (specification, appendix IV), the ones with a flag of their own first."""

_HEAD = ("id", "article", "kind", "text")
_TEXTS = ("language", "translation")
_TAIL = ("note",)
_TIMES = ("added", "modified")
_KNOWN = frozenset((*_HEAD, "locator", "speaker", "via", *_TEXTS, "tags", *_TAIL, "verified", *_TIMES))


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a source: a CSL locator `label` (``page``, ``paragraph``) and a `value` (``11``, ``3-4``)."""

    label: str
    value: str

    def to_json(self) -> dict[str, object]:
        """``{"label": ..., "value": ...}``."""
        return {"label": self.label, "value": self.value}

    @classmethod
    def from_json(cls, shape: object) -> "Locator":
        """From its JSON shape; raises `BadInput` when a part is missing."""
        parts = as_text(shape, "locator", ("label", "value"))
        if "label" not in parts or "value" not in parts:
            raise BadInput("locator: a label and a value are needed", 'write {"label": "page", "value": "3"}')
        return cls(**parts)


@dataclass(frozen=True, slots=True)
class Via:
    """The source that was really read ("as cited in"): its key, and where in it."""

    article: str
    locator: Locator | None = None
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)

    def to_json(self) -> dict[str, object]:
        """``{"article": KEY, "locator": {...}}``, the locator left out when there is none."""
        shape: dict[str, object] = {"article": self.article}
        if self.locator:
            shape["locator"] = self.locator.to_json()
        return {**shape, **self.extra}

    @classmethod
    def from_json(cls, shape: object) -> "Via":
        """From its JSON shape; raises `BadInput` when the key is missing."""
        raw = mapping(shape, "via")
        key = as_text(raw, "via", ("article",)).get("article", "")
        if not key:
            raise BadInput("via: the key of the source that was read is needed")
        return cls(key, _locator(raw), extra=unknown(raw, ("article", "locator")))


@dataclass(frozen=True, slots=True)
class Quote:
    """One attributed passage of an article.

    `id` names it for good; `article` is the key of its article. `kind` is one of `KINDS`. `speaker` is
    who said it when that is not the author. `via` is the source it was read in. `language` is a BCP 47
    tag of `text`, `translation` a rendering of it. `verified` is what `verify` last found. Times are UTC.
    `extra` keeps fields this version does not know.
    """

    id: str = ""
    article: str = ""
    kind: str = "paraphrase"
    text: str = ""
    locator: Locator | None = None
    speaker: str = ""
    via: Via | None = None
    language: str = ""
    translation: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    verified: Mapping[str, object] = field(default_factory=dict, hash=False)
    added: str = ""
    modified: str = ""
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)

    def to_json(self) -> dict[str, object]:
        """The documented JSON shape, fields in their documented order, absent ones left out."""
        shape: dict[str, object] = {name: getattr(self, name) for name in _HEAD}
        if self.locator:
            shape["locator"] = self.locator.to_json()
        shape |= text_fields(self, ("speaker",))
        if self.via:
            shape["via"] = self.via.to_json()
        shape |= text_fields(self, _TEXTS)
        if self.tags:
            shape["tags"] = list(self.tags)
        shape |= text_fields(self, _TAIL)
        if self.verified:
            shape["verified"] = dict(self.verified)
        return shape | text_fields(self, _TIMES) | dict(self.extra)

    @classmethod
    def from_json(cls, shape: object) -> "Quote":
        """A quote from its JSON shape; unknown fields are kept. Raises `BadInput` naming the field."""
        raw = mapping(shape, "quote")
        return cls(
            **as_text(raw, "quote", (*_HEAD, "speaker", *_TEXTS, *_TAIL, *_TIMES)),
            locator=_locator(raw),
            via=Via.from_json(raw["via"]) if raw.get("via") else None,
            tags=texts(raw, "tags"),
            verified=dict(mapping(raw.get("verified") or {}, "verified")),
            extra=unknown(raw, _KNOWN),
        )


def _locator(raw: Mapping[str, object]) -> Locator | None:
    return Locator.from_json(raw["locator"]) if raw.get("locator") else None
