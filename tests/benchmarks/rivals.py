"""What else one could search the same records with: ``python -m tests.benchmarks.rivals [--distractors N]``.

The graded queries that are plain words are put to quotebank, to rapidfuzz over all texts, to SQLite's FTS5 alone, and,
where they are installed, to tantivy (fuzzy) and to papis and coBib as their users run them, whole processes on a
bibliography with the texts as abstracts. Prints a Markdown table: the share of queries with the right answer first, and
the CPU time of one. papis and coBib read a bibliography slowly and start slowly: they get at most 1,000 records and
every eighth query.
"""

import argparse
import os
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from quotebank import Bank
from tests.search.quality.banks import found, make_bank
from tests.search.quality.queries import Graded, graded
from tests.search.quality.scorer import Result, rank

_SKIPPED = ("fields", "logic", "prefix", "outlet_date")
_MOST_OF_PROGRAMS = 1_000
_EVERY = 8
_SHOWN = 10


class Record(NamedTuple):
    """A quote with what is known of its article, as a rival indexes it."""

    key: str
    text: str
    about: str
    author: str
    title: str


Engine = Callable[[str], list[Result]]


def main(argv: Sequence[str] | None = None) -> int:
    """Measure as `argv` says and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.rivals", description=main.__doc__)
    parser.add_argument("--distractors", type=int, default=10_000)
    given = parser.parse_args(argv)
    queries = [each for each in graded(alone=False) if each.category not in _SKIPPED]
    with tempfile.TemporaryDirectory(prefix="quotebank-rivals-") as name:
        folder = Path(name)
        with make_bank(folder / "bank.jsonl", given.distractors) as bank:
            records = _records(bank)
            say = sys.stdout.write
            say(f"{len(records):,} quotes, {len(queries)} queries (programs: every {_EVERY}th)\n\n")
            say("| engine | first | CPU ms a query |\n|---|--:|--:|\n")
            say(_row("quotebank", lambda query: found(bank, query), queries))
            say(_row("rapidfuzz `process.extract` (WRatio)", _rapidfuzz(records), queries[::_EVERY]))
            say(_row("SQLite FTS5 alone", _fts5(records), queries))
            if tantivy := _tantivy(records):
                say(_row("tantivy, fuzzy", tantivy, queries))
            if given.distractors <= _MOST_OF_PROGRAMS:
                for title, start in (("papis", _papis), ("coBib `-z 2`", _cobib)):
                    if engine := start(records, folder):
                        say(_row(title, engine, queries[::_EVERY]))
    return 0


def _records(bank: Bank) -> list[Record]:
    articles = {article.key: article for article in bank.iter_articles()}
    records = []
    for quote in bank.iter_quotes():
        article = articles[quote.article]
        author = " and ".join(name.display for name in article.authors)
        date = article.date.edtf() if article.date else ""
        about = f"{author} {article.outlet} {article.title} {' '.join((*article.tags, *quote.tags))} {date}"
        records.append(Record(quote.article, " ".join(quote.text.split()), about, author, article.title))
    return records


def _row(name: str, engine: Engine, queries: Sequence[Graded]) -> str:
    engine("warm up")
    start = _cpu()
    first = sum(rank(each, engine(each.query)[:_SHOWN]) == 1 for each in queries)
    spent = 1000 * (_cpu() - start) / len(queries)
    return f"| {name} | {first / len(queries):.2f} | {spent:,.0f} |\n"


def _cpu() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _rapidfuzz(records: Sequence[Record]) -> Engine:
    from rapidfuzz import fuzz, process, utils

    texts = [f"{each.about} {each.text}" for each in records]

    def ask(query: str) -> list[Result]:
        near = process.extract(query, texts, scorer=fuzz.WRatio, processor=utils.default_process, limit=_SHOWN)
        return [(records[number].key, records[number].text) for _, _, number in near]

    return ask


def _fts5(records: Sequence[Record]) -> Engine:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE fts USING fts5(text, about, tokenize='unicode61 remove_diacritics 2')")
    db.executemany("INSERT INTO fts VALUES (?, ?)", [(each.text, each.about) for each in records])

    def ask(query: str) -> list[Result]:
        words = " ".join(f'"{word}"' for word in re.findall(r"\w+", query))
        if not words:
            return []
        rows = db.execute("SELECT rowid FROM fts WHERE fts MATCH ? ORDER BY rank LIMIT ?", (words, _SHOWN))
        return [(records[number - 1].key, records[number - 1].text) for (number,) in rows]

    return ask


def _tantivy(records: Sequence[Record]) -> Engine | None:
    try:
        from importlib import import_module

        tantivy: Any = import_module("tantivy")
    except ImportError:
        return None
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("body", stored=False)
    builder.add_integer_field("number", stored=True)
    schema = builder.build()
    index = tantivy.Index(schema)
    writer = index.writer()
    for number, each in enumerate(records):
        writer.add_document(tantivy.Document(body=f"{each.about} {each.text}", number=number))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def ask(query: str) -> list[Result]:
        words = [word.lower() for word in re.findall(r"\w+", query)]
        parts = [
            (
                tantivy.Occur.Must,
                tantivy.Query.fuzzy_term_query(schema, "body", word, distance=2 if len(word) > 7 else 1),
            )
            for word in words
        ]
        if not parts:
            return []
        hits = searcher.search(tantivy.Query.boolean_query(parts), _SHOWN).hits
        numbers = [searcher.doc(address)["number"][0] for _, address in hits]
        return [(records[number].key, records[number].text) for number in numbers]

    return ask


def _bibliography(records: Sequence[Record], folder: Path) -> Path:
    entries = []
    for number, each in enumerate(records):
        fields = {"author": each.author, "title": each.title or each.about, "abstract": each.text, "year": "2021"}
        body = ",\n".join(
            f"  {name} = {{{re.sub('[{}%#&$_]', ' ', value)}}}" for name, value in fields.items() if value
        )
        entries.append(f"@article{{q{number},\n{body}\n}}\n")
    target = folder / "rivals.bib"
    target.write_text("\n".join(entries), encoding="utf-8")
    return target


def _named(records: Sequence[Record], text: str, pattern: str) -> list[Result]:
    numbers = [int(number) for number in re.findall(pattern, text, re.MULTILINE)]
    return [(records[number].key, records[number].text) for number in dict.fromkeys(numbers)]


def _papis(records: Sequence[Record], folder: Path) -> Engine | None:
    program = shutil.which("papis")
    if program is None:
        return None
    (folder / "conf" / "papis").mkdir(parents=True)
    settings = f"[settings]\ndefault-library = rivals\n[rivals]\ndir = {folder / 'papers'}\n"
    (folder / "conf" / "papis" / "config").write_text(settings, encoding="utf-8")
    (folder / "papers").mkdir()
    variables = {**os.environ, "XDG_CONFIG_HOME": str(folder / "conf"), "XDG_CACHE_HOME": str(folder / "papis-cache")}
    read = [program, "bibtex", "read", str(_bibliography(records, folder)), "import", "--all", "--batch"]
    subprocess.run(read, env=variables, check=True, capture_output=True)

    def ask(query: str) -> list[Result]:
        # Without a field papis looks in titles and authors only.
        wanted = " ".join(f"abstract:{word}" for word in re.findall(r"\w+", query))
        argv = [program, "list", "--all", "--format", "{doc[ref]}", wanted]
        told = subprocess.run(argv, env=variables, check=False, capture_output=True, text=True)
        return _named(records, told.stdout, r"^q(\d+)$")

    return ask


def _cobib(records: Sequence[Record], folder: Path) -> Engine | None:
    program = shutil.which("cobib")
    if program is None:
        return None
    config = folder / "cobib.py"
    config.write_text(
        f"from cobib.config import config\nconfig.database.file = {str(folder / 'cobib.yaml')!r}\n"
        "config.database.git = False\n",
        encoding="utf-8",
    )
    start = [program, "-p", "-c", str(config)]
    for words in (["init"], ["add", "-b", str(_bibliography(records, folder))]):
        subprocess.run([*start, *words], check=True, capture_output=True)

    def ask(query: str) -> list[Result]:
        argv = [*start, "search", "-i", "-z", "2", *re.findall(r"\w+", query)]
        told = subprocess.run(argv, check=False, capture_output=True, text=True)
        return _named(records, told.stdout, r"^q(\d+)::")

    return ask


if __name__ == "__main__":
    sys.exit(main())
