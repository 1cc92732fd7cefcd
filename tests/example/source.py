"""The example bank's readable source, `store/example.toml`, as records.

The file holds an ``[outlets]`` table (outlet name -> its other spellings) and one ``[[article]]`` table a
record with its ``[[article.quote]]`` tables under it, in the field names of quotebank's JSON shapes. Most
articles have no key: the program that builds the bank gives them one, so a quote names its article by
position until then.
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from quotebank.errors import BadInput, MissingFile, QuotebankError
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote

SOURCE = Path(__file__).resolve().parents[2] / "store" / "example.toml"
"""Where the repository keeps the source of its example bank."""

_TABLES = frozenset({"outlets", "article"})


class Example(NamedTuple):
    """The records of a source file, in its order.

    `quotes` pairs each quote with the index in `articles` of the article it belongs to. `outlets` maps an
    outlet's name to its other spellings.
    """

    articles: list[Article]
    quotes: list[tuple[int, Quote]]
    outlets: dict[str, list[str]]


def load(path: Path = SOURCE) -> Example:
    """The records in the TOML file at `path`.

    Raises `MissingFile` when it is not there, `BadInput` when it is not TOML, or when a table or field is
    not one of quotebank's: a misspelt field must not vanish into a bank.
    """
    tables = _tables(path)
    articles: list[Article] = []
    quotes: list[tuple[int, Quote]] = []
    for number, shape in enumerate(_list(tables.get("article", []), f"{path}: article")):
        where = f"{path}: article {number + 1}"
        if not isinstance(shape, Mapping):
            raise BadInput(f"{where}: a table is needed", "write [[article]]")
        try:
            articles.append(_article({name: value for name, value in shape.items() if name != "quote"}))
            found = [_quote(quote) for quote in _list(shape.get("quote", []), "quote")]
        except QuotebankError as error:
            raise BadInput(f"{where}: {error.message}", error.hint) from error
        quotes += [(number, quote) for quote in found]
    return Example(articles, quotes, dict(_outlets(tables.get("outlets", {}), path)))


def _tables(path: Path) -> dict[str, object]:
    try:
        tables: dict[str, object] = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise MissingFile(f"{path}: no such file", "name the source of an example bank") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{path}: not TOML: {error}", "mend the place it names") from error
    if strange := sorted(tables.keys() - _TABLES):
        raise BadInput(f"{path}: unknown table {strange[0]}", "only [outlets] and [[article]] are known")
    return tables


def _article(shape: Mapping[str, object]) -> Article:
    article = Article.from_json(shape)
    unknown = [*article.extra, *article.original.extra]
    unknown += [name for person in (*article.authors, *article.translator) for name in person.extra]
    _refuse(unknown)
    return article


def _quote(shape: object) -> Quote:
    quote = Quote.from_json(shape)
    _refuse([*quote.extra, *(quote.via.extra if quote.via else ())])
    return quote


def _refuse(unknown: list[str]) -> None:
    if unknown:
        raise BadInput(f"unknown field {unknown[0]}", "use the field names of quotebank's JSON shapes")


def _outlets(table: object, path: Path) -> Iterator[tuple[str, list[str]]]:
    if not isinstance(table, Mapping):
        raise BadInput(f"{path}: outlets: a table is needed", "write [outlets]")
    for name, spellings in table.items():
        texts = [text for text in _list(spellings, f"{path}: outlets.{name}") if isinstance(text, str)]
        if len(texts) != len(spellings):
            raise BadInput(f"{path}: outlets.{name}: a list of texts is needed")
        yield name, texts


def _list(value: object, where: str) -> list[object]:
    if not isinstance(value, list):
        raise BadInput(f"{where}: a list is needed", "write it in [[double brackets]] or as [a, b]")
    return value
