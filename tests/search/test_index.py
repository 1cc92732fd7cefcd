"""The index as a file: catching up, sharing, damage."""

import os
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

import quotebank
from quotebank.errors import Busy, StorageError
from quotebank.search.index import Change, Reading, SearchIndex
from quotebank.search.query import parse
from tests.search.records import BANK, Ledger, found, index_of

_ROOT = Path(quotebank.__file__).parents[1]


def _build(path: Path) -> None:
    with SearchIndex.open(path, "bank") as index:
        index.catch_up(Ledger(BANK))


def _script(body: str, *args: str) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONPATH": str(_ROOT)}
    program = [sys.executable, "-c", textwrap.dedent(body), *args]
    return subprocess.Popen(program, env=environment, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True)


def test_index_remembers_how_far_it_read(tmp_path: Path) -> None:
    """A second opening goes on where the first stopped and reads nothing twice."""
    path = tmp_path / "deep" / "er" / "search.sqlite"
    ledger = Ledger(BANK[:2])
    with SearchIndex.open(path, "bank") as index:
        assert index.cursor is None
        assert index.catch_up(ledger) == 2
    ledger.changes.extend(BANK[2:])
    with SearchIndex.open(path, "bank") as index:
        assert index.cursor == "2"
        assert index.catch_up(ledger) == 3
        assert index.catch_up(ledger) == 0
        assert found(index, "siberia") == ["q2"]
        assert not index.in_memory


def test_what_another_process_read_is_not_read_again(tmp_path: Path) -> None:
    """When another process catches up while this one waits for its turn, nothing is left to read."""
    path = tmp_path / "i"
    ledger = Ledger(BANK[:2])
    with SearchIndex.open(path, "bank") as index, SearchIndex.open(path, "bank") as other:
        index.catch_up(ledger)
        ledger.changes.extend(BANK[2:])

        def overtaken(cursor: str | None) -> Reading:
            if cursor == "2":
                other.catch_up(ledger)
            return ledger(cursor)

        assert index.catch_up(overtaken) == 0
        assert ledger.asked[-1] == "5"
        assert index.search(parse("siberia")).total == 1


def test_file_is_private(tmp_path: Path) -> None:
    """What a writer reads is nobody else's business: file 0600, folder 0700."""
    _build(tmp_path / "cache" / "search.sqlite")
    assert (tmp_path / "cache").stat().st_mode & 0o777 == 0o700
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in (tmp_path / "cache").iterdir())


def test_failing_feed_leaves_the_index_as_it_was(tmp_path: Path) -> None:
    """When the feed breaks off, nothing of it is in the index and the error is the feed's own."""

    def broken() -> Iterator[Change]:
        yield Change("articles", "a9", {"key": "k9", "title": "half"})
        raise ValueError("line 7")

    with SearchIndex.open(tmp_path / "i", "bank") as index:
        index.catch_up(Ledger(BANK))
        with pytest.raises(ValueError, match="line 7"):
            index.catch_up(lambda _: Reading(broken(), "99"))
        assert index.cursor == str(len(BANK))
        assert found(index, "half") == []
        assert found(index, "kimjongunism") == ["q1"]


def test_index_of_another_bank_is_emptied(tmp_path: Path) -> None:
    """An index made for one bank never answers for another."""
    _build(tmp_path / "i")
    with SearchIndex.open(tmp_path / "i", "other") as index:
        assert index.cursor is None
        assert found(index, "kimjongunism") == []


def test_index_of_another_version_is_emptied(tmp_path: Path) -> None:
    """A file of an older or newer format is built anew."""
    _build(tmp_path / "i")
    with sqlite3.connect(tmp_path / "i") as db:
        db.execute("PRAGMA user_version = 999999")
    db.close()
    with SearchIndex.open(tmp_path / "i", "bank") as index:
        assert index.cursor is None
        assert index.catch_up(Ledger(BANK)) == len(BANK)
        assert found(index, "kimjongunism") == ["q1"]


@pytest.mark.parametrize(
    "content", [b"", b"not a database\n" * 500, b"SQLite format 3\x00" + b"\xff" * 8000, b"\x00" * 4096]
)
def test_foreign_file_is_replaced(tmp_path: Path, content: bytes) -> None:
    """Whatever lies where the index belongs, an index comes of it."""
    path = tmp_path / "i"
    path.write_bytes(content)
    with SearchIndex.open(path, "bank") as index:
        assert index.cursor is None
        index.catch_up(Ledger(BANK))
        assert found(index, "kimjongunism") == ["q1"]
        assert not index.in_memory


def test_database_of_another_program_is_emptied(tmp_path: Path) -> None:
    """Tables and full-text tables that are not ours are cleared away."""
    with sqlite3.connect(tmp_path / "i") as db:
        db.execute("CREATE TABLE articles(x)")
        db.execute("CREATE VIRTUAL TABLE other USING fts5(y)")
        db.execute("CREATE VIEW quote_units AS SELECT 1")
    db.close()
    with SearchIndex.open(tmp_path / "i", "bank") as index:
        index.catch_up(Ledger(BANK))
        assert found(index, "kimjongunism") == ["q1"]


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9])
@pytest.mark.parametrize("kind", ["cut", "zeros", "noise"])
def test_damage_is_healed(tmp_path: Path, share: float, kind: str) -> None:
    """A file cut short or overwritten from any place on: the index opens, catches up, and answers rightly."""
    path = tmp_path / "i"
    _build(path)
    whole = path.read_bytes()
    at = int(len(whole) * share)
    tail = {"cut": b"", "zeros": bytes(len(whole) - at), "noise": (b"\xa5\x5a\xff" * len(whole))[: len(whole) - at]}[
        kind
    ]
    path.write_bytes(whole[:at] + tail)
    ledger = Ledger([*BANK, Change("articles", "a4", {"key": "k4", "title": "more"})])
    with SearchIndex.open(path, "bank") as index:
        index.catch_up(ledger)
        for query in ("kimjongunism", "siberia", "more", "date:2021", "-zavtra"):
            assert found(index, query) == found(index_of(ledger.changes), query)


def test_damage_found_by_a_search_is_healed_from_the_feed(tmp_path: Path) -> None:
    """When a search meets damage it reads the bank again and answers."""
    path = tmp_path / "i"
    _build(path)
    with SearchIndex.open(path, "bank") as index:
        index.catch_up(Ledger(BANK))
        index._db.execute("DROP TABLE shown")
        assert found(index, "kimjongunism") == ["q1"]
        assert not index.in_memory


def test_damage_without_a_feed_is_told(tmp_path: Path) -> None:
    """An index that cannot read the bank again says so and does not pretend that nothing was found."""
    path = tmp_path / "i"
    _build(path)
    with SearchIndex.open(path, "bank") as index:
        index._db.execute("DROP TABLE shown")
        with pytest.raises(StorageError, match="cannot be read"):
            index.search(parse("kimjongunism"))


def test_unwritable_place_means_memory(tmp_path: Path) -> None:
    """Where no file can be, the index works all the same, for this once."""
    (tmp_path / "file").write_text("in the way")
    for path in (tmp_path / "file" / "search.sqlite", tmp_path):
        with SearchIndex.open(path, "bank") as index:
            assert index.in_memory
            assert index.catch_up(Ledger(BANK)) == len(BANK)
            assert found(index, "kimjongunism") == ["q1"]
    assert (tmp_path / "file").read_text() == "in the way"


def test_full_disk_means_memory(tmp_path: Path) -> None:
    """When the file may not grow, catching up goes on in memory and the file keeps its old, whole state."""
    path = tmp_path / "i"
    _build(path)
    many = [*BANK, *(Change("articles", f"x{n}", {"key": f"x{n}", "title": f"word{n} " * 300}) for n in range(300))]
    with SearchIndex.open(path, "bank") as index:
        pages = index._db.execute("PRAGMA page_count").fetchone()[0]
        index._db.execute(f"PRAGMA max_page_count = {pages}")
        index.catch_up(Ledger(many))
        assert index.in_memory
        assert found(index, "word17") == ["x17"]
    with SearchIndex.open(path, "bank") as index:
        assert index.cursor == str(len(BANK))


def test_waiting_for_another_process_is_bounded(tmp_path: Path) -> None:
    """An index that another process keeps to itself is reported as busy, with exit code 75; reading goes on."""
    path = tmp_path / "i"
    _build(path)
    with SearchIndex.open(path, "bank") as index, SearchIndex.open(path, "bank", wait=0.05) as waiting:
        index._db.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy) as told:
            waiting.catch_up(Ledger([*BANK, *BANK]))
        assert told.value.exit_code == 75
        assert found(waiting, "kimjongunism") == ["q1"]


_BUILDER = """
    import sys
    from pathlib import Path
    from quotebank.search.index import Change, Reading, SearchIndex

    def changes():
        for n in range(600):
            yield Change("articles", f"a{n}", {"key": f"k{n}", "title": f"common word{n}"})
            yield Change("quotes", f"q{n}", {"article": f"k{n}", "text": f"said{n} " * 20})
            if n == 300:
                print("half", flush=True)
                if sys.argv[2] == "stop":
                    sys.stdin.read()

    def feed(cursor):
        return Reading(() if cursor else changes(), "all")

    with SearchIndex.open(Path(sys.argv[1]), "bank") as index:
        print(index.catch_up(feed), flush=True)
"""


def test_two_processes_that_build_at_once_take_turns(tmp_path: Path) -> None:
    """Of several processes that find the index missing one builds it; the others find it built."""
    running = [_script(_BUILDER, str(tmp_path / "i"), "go") for _ in range(3)]
    counts = sorted(int(process.communicate(timeout=60)[0].split()[-1]) for process in running)
    assert [process.returncode for process in running] == [0, 0, 0]
    assert counts == [0, 0, 1200]
    with SearchIndex.open(tmp_path / "i", "bank") as index:
        assert index.search(parse("common")).total == 600


def test_killed_build_leaves_an_index_that_builds_again(tmp_path: Path) -> None:
    """Killed in the middle of its transaction a build has done nothing, and the next one does it all."""
    process = _script(_BUILDER, str(tmp_path / "i"), "stop")
    assert process.stdout
    assert process.stdout.readline() == "half\n"
    process.kill()
    process.communicate(timeout=60)
    with SearchIndex.open(tmp_path / "i", "bank") as index:
        assert index.cursor is None
        assert index.search(parse("-nothing")).total == 0
        assert index.catch_up(Ledger(BANK)) == len(BANK)
        assert found(index, "kimjongunism") == ["q1"]


def test_searching_loads_little(tmp_path: Path) -> None:
    """A search in Latin or Cyrillic letters loads neither the model nor any library from outside."""
    with SearchIndex.open(tmp_path / "i", "bank") as index:
        index.catch_up(Ledger([Change("articles", "a", {"title": "Взгляд"})]))
    body = """
        import sys
        from pathlib import Path
        from quotebank.search.index import Reading, SearchIndex
        from quotebank.search.query import parse
        index = SearchIndex.open(Path(sys.argv[1]), "bank")
        index.catch_up(lambda cursor: Reading([], "1"))
        print(len(index.search(parse("vzglyad")).hits))
        heavy = {"anyascii", "rapidfuzz", "tinydb", "bibtexparser", "typer", "rich", "dataclasses", "inspect", "json"}
        print(sorted(heavy & set(sys.modules)))
    """
    assert _script(body, str(tmp_path / "i")).communicate(timeout=60)[0].split("\n")[:2] == ["1", "[]"]
