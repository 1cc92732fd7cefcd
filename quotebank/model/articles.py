"""A press item as a citable record."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quotebank.errors import BadInput
from quotebank.model.dates import PartialDate
from quotebank.model.fields import as_text, mapping, text_fields, texts, unknown
from quotebank.model.names import Name

TYPES = (
    "article-newspaper", "article-magazine", "article-journal", "webpage", "post-weblog", "post", "report",
    "broadcast", "interview", "speech", "book", "chapter", "paper-conference", "thesis", "personal_communication",
    "motion_picture", "document", "legislation", "manuscript", "pamphlet", "review", "periodical", "article",
)  # fmt: skip
"""Types a record may have, as CSL 1.0.2 names them (specification, appendix III); the usual ones first."""

_BEFORE_DATE = ("outlet",)
_AFTER_DATE = ("issue", "volume", "pages", "section", "url")
_ARCHIVE = ("archive_url",)
_AFTER_ARCHIVE = ("language", "publisher")
_ORIGINAL = ("title", "outlet", "script")
_TAIL = ("title_translated", "note", "added", "modified")
_TEXTS = ("key", "type", "title", *_BEFORE_DATE, *_AFTER_DATE, *_ARCHIVE, *_AFTER_ARCHIVE, *_TAIL)
_KNOWN = frozenset(
    (
        "key", "type", "title", "authors", "date", "date_inferred", "date_inferred_parts", "accessed", "translator",
        "archive_date", "snapshot", "original", "tags", "provenance", "ids", *_BEFORE_DATE, *_AFTER_DATE, *_ARCHIVE,
        *_AFTER_ARCHIVE, *_TAIL,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Original:
    """An article's own title and outlet in their own script, beside the romanised or translated ones."""

    title: str = ""
    outlet: str = ""
    script: str = ""
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)

    def to_json(self) -> dict[str, object]:
        """The JSON shape: only the fields that are set."""
        return {**text_fields(self, _ORIGINAL), **self.extra}

    @classmethod
    def from_json(cls, shape: object) -> "Original":
        """From its JSON shape; raises `BadInput`."""
        return cls(**as_text(shape, "original", _ORIGINAL), extra=unknown(mapping(shape, "original"), _ORIGINAL))


_NO_ORIGINAL = Original()


@dataclass(frozen=True, slots=True)
class Article:
    """One citable press item: who, where, when, under which title.

    `key` is the citation key and `ids` the keys it had before (biblatex's `ids`). `type` is a CSL type.
    `date` and `accessed` are EDTF dates or None, and so is `archive_date`, when the copy at `archive_url`
    was made. `issue` is the number as printed without "No.". `language` is a BCP 47 tag. `provenance` says
    where a field came from, `snapshot` which files hold a copy of the text (see `quotebank.bank.snapshots`),
    `added` and `modified` are UTC times (``2021-11-30T09:00:00Z``). Texts are kept exactly as given, an absent
    text is ``""``; `extra` keeps fields this version does not know.
    """

    key: str = ""
    type: str = "article-newspaper"
    title: str = ""
    authors: tuple[Name, ...] = ()
    outlet: str = ""
    date: PartialDate | None = None
    issue: str = ""
    volume: str = ""
    pages: str = ""
    section: str = ""
    url: str = ""
    accessed: PartialDate | None = None
    archive_url: str = ""
    archive_date: PartialDate | None = None
    language: str = ""
    publisher: str = ""
    translator: tuple[Name, ...] = ()
    original: Original = field(default_factory=Original)
    title_translated: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    provenance: Mapping[str, object] = field(default_factory=dict, hash=False)
    snapshot: Mapping[str, object] = field(default_factory=dict, hash=False)
    ids: tuple[str, ...] = ()
    added: str = ""
    modified: str = ""
    extra: Mapping[str, object] = field(default_factory=dict, hash=False)

    def to_json(self) -> dict[str, object]:
        """The documented JSON shape, fields in their documented order, absent ones left out."""
        shape: dict[str, object] = {"key": self.key, "type": self.type}
        if self.title:
            shape["title"] = self.title
        if self.authors:
            shape["authors"] = [name.to_json() for name in self.authors]
        shape |= text_fields(self, _BEFORE_DATE)
        if self.date:
            shape |= _dated(self.date)
        shape |= text_fields(self, _AFTER_DATE)
        if self.accessed:
            shape["accessed"] = self.accessed.edtf()
        shape |= text_fields(self, _ARCHIVE)
        if self.archive_date:
            shape["archive_date"] = self.archive_date.edtf()
        shape |= text_fields(self, _AFTER_ARCHIVE)
        if self.translator:
            shape["translator"] = [name.to_json() for name in self.translator]
        if original := self.original.to_json():
            shape["original"] = original
        _add_lists(shape, self)
        return shape | text_fields(self, _TAIL) | dict(self.extra)

    @classmethod
    def from_json(cls, shape: object) -> "Article":
        """An article from its JSON shape; unknown fields are kept. Raises `BadInput` naming the field."""
        raw = mapping(shape, "article")
        return cls(
            **as_text(raw, "article", _TEXTS),
            authors=_names(raw, "authors"),
            date=_date(raw, "date", _inferred(raw)),
            accessed=_date(raw, "accessed"),
            archive_date=_date(raw, "archive_date"),
            translator=_names(raw, "translator"),
            original=Original.from_json(raw["original"]) if raw.get("original") else _NO_ORIGINAL,
            tags=texts(raw, "tags"),
            provenance=dict(mapping(raw.get("provenance") or {}, "provenance")),
            snapshot=dict(mapping(raw.get("snapshot") or {}, "snapshot")),
            ids=texts(raw, "ids"),
            extra=unknown(raw, _KNOWN),
        )


def _add_lists(shape: dict[str, object], article: Article) -> None:
    if article.tags:
        shape["tags"] = list(article.tags)
    if article.provenance:
        shape["provenance"] = dict(article.provenance)
    if article.snapshot:
        shape["snapshot"] = dict(article.snapshot)
    if article.ids:
        shape["ids"] = list(article.ids)


def _names(raw: Mapping[str, object], field_name: str) -> tuple[Name, ...]:
    value = raw.get(field_name)
    if value is None:
        return ()
    if isinstance(value, list | tuple):
        return tuple(Name.from_json(item) for item in value)
    return (Name.from_json(value),)


def _date(raw: Mapping[str, object], field_name: str, inferred: tuple[str, ...] = ()) -> PartialDate | None:
    value = raw.get(field_name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise BadInput(f"{field_name}: an EDTF date as text is needed", "write it like 2021-11 or 2021-11-30")
    return PartialDate.from_edtf(value, inferred=inferred)


def _dated(date: PartialDate) -> dict[str, object]:
    shape: dict[str, object] = {"date": date.edtf()}
    if date.inferred:
        shape["date_inferred"] = True
        shape["date_inferred_parts"] = list(date.inferred)
    return shape


def _inferred(raw: Mapping[str, object]) -> tuple[str, ...]:
    parts = texts(raw, "date_inferred_parts")
    return parts or (("year",) if raw.get("date_inferred") is True else ())
