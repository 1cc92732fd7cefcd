"""Bibliographies as text: one module a format, found by name or by the suffix of a file.

A module that writes has ``write(records, context) -> Iterator[str]``: text in pieces, so that a whole bank passes
through in little memory. The records are `Article` values, or the JSON shapes of articles where the format
`takes_shapes` and copies records unread. One that reads has ``read(data) -> Parsed``: it takes the bytes of a file,
never raises for what is in them, and says every problem with its line. It may have ``stream(data, progress)`` beside
it: the same one by one, as articles, as complete shapes that were checked, or as problems, for files too large to be
held twice. One whose files are not told by their suffix has ``looks_like(start) -> bool``.

A new format is a module here and a line in `FORMATS`.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from quotebank.errors import UsageError

if TYPE_CHECKING:
    from quotebank.formats.parsed import Parsed
    from quotebank.model.articles import Article
    from quotebank.model.quotes import Locator, Quote

    Source = tuple[Article, Sequence[Locator]]


def no_quotes(key: str) -> "Iterable[Quote]":
    """No quotes for any key: what a writer sees when it is handed none."""
    del key
    return ()


def no_article(key: str) -> "Article | None":
    """No article for any key."""
    del key
    return None


def title_alone(article: "Article", places: "Sequence[Locator]") -> Iterable[tuple[str, str]]:
    """An article by its title or its key, where nothing better is handed in."""
    del places
    return [("text", article.title or article.key)]


class Context(NamedTuple):
    """What a writer may ask for beside the records it is given; each has a harmless default.

    `quotes_of` gives the quotes of the article with that key and `find` the article with that key, for sources that
    were "quoted in" another; `selected` are the keys this export holds. `note` says an article, and places in it,
    as pieces of a kind (``text``, ``italic``, ``link``) and a text; `reference` as a sentence in Markdown, `entry` as
    one of a bibliography in plain text. `quotes` are the JSON shapes of quotes (or their JSON text), for formats
    that hold them as records, and `beside` what a bank keeps beside them, by table (``outlets``, ``aliases``,
    ``searches``). `annotate` puts the text of quotes into the bibliography's annotation field. `day_in_month` writes
    ``month = "29~" # sep`` in classic BibTeX, whose styles print no ``day``; biber warns of it. `profile` is whose
    habits BibLaTeX follows (see `quotebank.formats.biblatex.PROFILES`), `ascii` asks for ASCII where the format can,
    and `bare` leaves out what a format holds for quotebank alone (see `quotebank.formats.kept`).
    """

    quotes_of: "Callable[[str], Iterable[Quote]]" = no_quotes
    find: "Callable[[str], Article | None]" = no_article
    selected: Container[str] = frozenset()
    note: "Callable[[Article, Sequence[Locator]], Iterable[tuple[str, str]]]" = title_alone
    reference: "Callable[[Article, Sequence[Source]], str] | None" = None
    entry: "Callable[[Article, Sequence[Source]], str] | None" = None
    quotes: Iterable[Mapping[str, object] | str] = ()
    beside: Mapping[str, Sequence[Mapping[str, object]]] = MappingProxyType({})
    annotate: bool = False
    day_in_month: bool = False
    profile: str = "standard"
    ascii: bool = False
    bare: bool = False


class Format(NamedTuple):
    """A format: its name, the module that knows it, suffixes of its files, and what can be done with it."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    reads: bool = False
    writes: bool = True
    takes_shapes: bool = False

    def write(self, records: Iterable[Any], context: Context) -> Iterator[str]:
        """The records as text, in pieces; loads the module."""
        written: Iterator[str] = import_module(self.module).write(records, context)
        return written

    def read(self, data: bytes) -> "Parsed":
        """The records and problems of a file's bytes; loads the module."""
        parsed: Parsed = import_module(self.module).read(data)
        return parsed

    def looks(self, start: bytes) -> bool:
        """Whether the beginning of a file is this format's, where its module can tell; loads the module."""
        told: bool = import_module(self.module).looks_like(start)
        return told


def _read_only(name: str, module: str = "", *suffixes: str) -> Format:
    return Format(name, f"quotebank.formats.{module or name}", suffixes, reads=True, writes=False)


_BEGINNING = 4096
"""Bytes of a file that tell its format."""

_COMPRESSED = (b"\x1f\x8b", b"BZh")
_BLOCK = 1 << 20
"""Bytes of a compressed file that tell it: those of bzip2 come in blocks of up to 900,000."""

FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        known.name: known
        for known in (
            Format("biblatex", "quotebank.formats.biblatex", (".bib",), reads=True),
            Format("bibtex", "quotebank.formats.bibtex", (".bib",), reads=True),
            Format("markdown", "quotebank.formats.markdown", (".md", ".markdown")),
            Format("footnotes", "quotebank.formats.footnotes", ()),
            Format("pandoc", "quotebank.formats.pandoc_keys", ()),
            Format("plain", "quotebank.formats.plain_text", (".txt",)),
            Format("hayagriva", "quotebank.formats.hayagriva", (".yml", ".yaml")),
            Format("csv", "quotebank.formats.csv_table", (".csv", ".tsv"), reads=True),
            Format("csl-json", "quotebank.formats.csl_json", (".csl.json",), reads=True),
            Format("ris", "quotebank.formats.ris", (".ris",), reads=True),
            Format("json", "quotebank.formats.quotebank_json", (".json",), reads=True, takes_shapes=True),
            _read_only("kindle"),
            _read_only("readwise"),
            _read_only("hypothesis", "hypothesis_json"),
            _read_only("notes", "markdown_notes", ".md", ".markdown"),
            _read_only("zotero", "zotero_json"),
            _read_only("endnote", "endnote_xml"),
            _read_only("mods", "mods_xml", ".mods"),
            _read_only("epfl", "epfl_quotebank", ".jsonl", ".jsonl.bz2", ".jsonl.gz"),
        )
    }
)
"""Every format by its name; where two share a suffix the first is meant by it."""


def find_format(name: str, *, to: str = "write") -> Format:
    """The format called `name` that can ``read`` or ``write``; raises `UsageError` naming those that can."""
    able = [known.name for known in FORMATS.values() if (known.reads if to == "read" else known.writes)]
    if name not in able:
        raise UsageError(f"format {name!r}: none that can be {'read' if to == 'read' else 'written'}", _choice(able))
    return FORMATS[name]


def sniff(file_name: str, *, to: str = "write") -> Format | None:
    """The format that a file's name asks for by its suffix, in any case; None when it does not say."""
    lower = file_name.lower()
    for known in FORMATS.values():
        if lower.endswith(known.suffixes) and (known.reads if to == "read" else known.writes):
            return known
    return None


def sniff_content(data: bytes) -> Format | None:
    """The format that can be read which a file's beginning looks like; None when it looks like none of them."""
    if data.startswith(_COMPRESSED):
        return _first(data[:_BLOCK], "epfl")
    start = data[:_BEGINNING]
    bare = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if bare[:1] in (b"[", b"{"):
        return _first(bare, "zotero", "hypothesis", "epfl") or FORMATS[_json(bare)]
    if bare[:1] == b"<":
        return _first(start, "endnote", "mods")
    lines = bare.splitlines()
    if any(line.startswith(b"TY  -") for line in lines[:20]):
        return FORMATS["ris"]
    if any(line.lstrip()[:1] == b"@" and b"{" in line for line in lines):
        return FORMATS["biblatex"]
    # A table of Readwise is a table as well, so it is asked for first.
    return _first(start, "notes", "kindle", "readwise", "csv")


def _first(start: bytes, *names: str) -> Format | None:
    return next((FORMATS[name] for name in names if FORMATS[name].looks(start)), None)


def _json(bare: bytes) -> str:
    """CSL-JSON or our own JSON, told by the fields it begins with."""
    if bare[:1] == b"[":
        return "csl-json"
    own = b'"articles"' in bare or b'"quotes"' in bare
    return "json" if own or b'"' not in bare else "csl-json"


def _choice(names: Sequence[str]) -> str:
    return f"choose {names[0]}" if len(names) == 1 else f"choose {', '.join(names[:-1])} or {names[-1]}"
