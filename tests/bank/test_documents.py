"""TinyDB's promises hold over the journal: the same tests on TinyDB's own memory storage and on ours."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import Query, TinyDB, where
from tinydb.middlewares import CachingMiddleware
from tinydb.operations import delete, increment
from tinydb.storages import MemoryStorage
from tinydb.table import Document

from quotebank import Article, Bank
from quotebank.bank.documents import JournalStorage
from quotebank.errors import BadInput


@pytest.fixture(params=["memory", "journal"])
def db(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[TinyDB]:
    """A TinyDB over its own memory, and one over a journal."""
    if request.param == "memory":
        yield TinyDB(storage=MemoryStorage)
        return
    with TinyDB(tmp_path / "tiny.jsonl", storage=JournalStorage, cache=tmp_path / "cache") as opened:
        yield opened


@pytest.fixture
def notes(tmp_path: Path) -> Any:
    """A table of a bank, with text ids."""
    return Bank.create(tmp_path / "store", cache=tmp_path / "cache").documents("notes")


def test_insert_and_get(db: TinyDB) -> None:
    """What is inserted is there under its id, exactly."""
    first = db.insert({"word": "juche", "n": 1, "deep": {"list": [1, None, True, 2.5]}})
    second = db.insert({"word": "songun", "n": 2})
    assert (first, second) == (1, 2)
    assert db.get(doc_id=first) == {"word": "juche", "n": 1, "deep": {"list": [1, None, True, 2.5]}}
    assert db.get(where("word") == "songun").doc_id == second
    assert db.get(where("word") == "nothing") is None
    assert db.get(doc_id=99) is None
    assert [found.doc_id for found in db.get(doc_ids=[1, 2, 7])] == [1, 2]


def test_insert_multiple_and_length(db: TinyDB) -> None:
    """Many documents get ids in their order; length and iteration see all."""
    assert db.insert_multiple({"n": n} for n in range(3)) == [1, 2, 3]
    assert len(db) == 3
    assert [document["n"] for document in db] == [0, 1, 2]
    assert [document["n"] for document in db.all()] == [0, 1, 2]


def test_a_document_with_its_own_id(db: TinyDB) -> None:
    """A Document keeps its id; an id that is taken is refused; the next id is behind it."""
    assert db.insert(Document({"n": 1}, 12)) == 12
    assert db.insert({"n": 2}) == 13
    with pytest.raises(ValueError, match="12"):
        db.insert(Document({"n": 3}, 12))
    with pytest.raises(ValueError, match="Mapping"):
        db.insert([1])


def test_search_count_contains(db: TinyDB) -> None:
    """Queries of every kind find what matches."""
    db.insert_multiple([{"n": 1, "tags": ["a"]}, {"n": 2, "tags": ["a", "b"]}, {"n": 3}])
    query = Query()
    assert [found["n"] for found in db.search(query.n > 1)] == [2, 3]
    assert [found["n"] for found in db.search(query.tags.any(["b"]))] == [2]
    assert [found["n"] for found in db.search((query.n == 1) | (query.n == 3))] == [1, 3]
    assert db.count(query.tags.exists()) == 2
    assert db.contains(query.n == 3)
    assert not db.contains(query.n == 4)
    assert db.contains(doc_id=2)
    assert not db.contains(doc_id=9)


def test_update(db: TinyDB) -> None:
    """Updates by fields, by function, by id and by several conditions change just what they name."""
    db.insert_multiple([{"n": 1}, {"n": 2}, {"n": 3}])
    assert db.update({"seen": True}, where("n") >= 2) == [2, 3]
    assert db.update(increment("n"), doc_ids=[1]) == [1]
    assert db.update(delete("seen"), where("n") == 3) == [3]
    assert db.update({"all": 1}) == [1, 2, 3]
    assert db.update_multiple([({"x": 1}, where("n") == 2), ({"y": 1}, where("n") == 3)]) == [1, 2, 3]
    assert db.all() == [
        {"n": 2, "all": 1, "x": 1},
        {"n": 2, "seen": True, "all": 1, "x": 1},
        {"n": 3, "all": 1, "y": 1},
    ]


def test_upsert(db: TinyDB) -> None:
    """An upsert updates what matches and inserts what does not."""
    assert db.upsert({"word": "juche", "n": 1}, where("word") == "juche") == [1]
    assert db.upsert({"word": "juche", "n": 2}, where("word") == "juche") == [1]
    assert db.all() == [{"word": "juche", "n": 2}]
    assert db.upsert(Document({"n": 3}, 1)) == [1]
    with pytest.raises(ValueError, match="doc_id"):
        db.upsert({"n": 4})


def test_remove_and_truncate(db: TinyDB) -> None:
    """Removal by condition and by id takes just that; truncation takes everything."""
    db.insert_multiple([{"n": 1}, {"n": 2}, {"n": 3}])
    assert db.remove(where("n") == 2) == [2]
    assert db.remove(doc_ids=[3, 9]) == [3]
    assert db.all() == [{"n": 1}]
    with pytest.raises(RuntimeError):
        db.remove()
    db.truncate()
    assert db.all() == []
    assert len(db) == 0


def test_several_tables(db: TinyDB) -> None:
    """Tables do not see one another; dropping one leaves the rest, dropping all leaves nothing."""
    one, other = db.table("one"), db.table("other")
    one.insert({"n": 1})
    other.insert({"n": 2})
    db.insert({"n": 3})
    assert (one.all(), other.all(), db.all()) == ([{"n": 1}], [{"n": 2}], [{"n": 3}])
    assert db.tables() == {"one", "other", "_default"}
    db.drop_table("one")
    assert db.tables() == {"other", "_default"}
    db.drop_tables()
    assert db.tables() == set()


def test_failing_update_changes_nothing(tmp_path: Path) -> None:
    """An update that raises half way leaves every document as it was."""
    with TinyDB(tmp_path / "tiny.jsonl", storage=JournalStorage, cache=tmp_path / "cache") as db:
        db.insert_multiple([{"n": 1}, {"n": 2}])
        before = (tmp_path / "tiny.jsonl").read_bytes()
        with pytest.raises(BadInput):
            db.update({"n": float("nan")})
        assert db.all() == [{"n": 1}, {"n": 2}]
        assert (tmp_path / "tiny.jsonl").read_bytes() == before


def test_what_was_written_is_there_after_reopening(tmp_path: Path) -> None:
    """A closed and reopened database holds the same documents, with TinyDB's caching middleware too."""
    options = {"cache": tmp_path / "cache"}
    cached: Any = CachingMiddleware(JournalStorage)  # type: ignore[no-untyped-call]
    with TinyDB(tmp_path / "tiny.jsonl", storage=JournalStorage, **options) as db:
        db.insert({"n": 1})
    with TinyDB(tmp_path / "tiny.jsonl", storage=cached, **options) as db:
        db.insert({"n": 2})
        db.table("more").insert({"n": 3})
    with TinyDB(tmp_path / "tiny.jsonl", storage=JournalStorage, **options) as db:
        assert db.all() == [{"n": 1}, {"n": 2}]
        assert db.table("more").all() == [{"n": 3}]


def test_text_ids(notes: Any) -> None:
    """A bank's table has text ids of its own making, or those that documents bring."""
    first, second = notes.insert_multiple([{"n": 1}, {"n": 2}])
    assert isinstance(first, str)
    assert first != second
    assert notes.get(doc_id=second) == {"n": 2}
    mine: Any = "mine"
    assert notes.insert(Document({"n": 3}, mine)) == "mine"
    with pytest.raises(ValueError, match="mine"):
        notes.insert(Document({"n": 4}, mine))
    assert [found.doc_id for found in notes.get(doc_ids=["mine", first])] == ["mine", first]
    assert notes.update({"seen": 1}, doc_ids=["mine", "none"]) == ["mine"]
    assert notes.remove(where("n") == 1) == [first]
    assert len(notes) == 2
    notes.truncate()
    assert list(notes) == []


def test_insert_appends_and_rewrites_nothing(notes: Any, tmp_path: Path) -> None:
    """An insert adds a line to the file and leaves every byte before it alone."""
    path = tmp_path / "store" / "bank.jsonl"
    notes.insert({"n": 1})
    before = path.read_bytes()
    notes.insert({"n": 2})
    assert path.read_bytes().startswith(before)
    assert path.read_bytes().count(b"\n") == before.count(b"\n") + 1


def test_query_cache_sees_other_writers(notes: Any, tmp_path: Path) -> None:
    """A query answered before is answered anew after another opening of the bank has written."""
    assert notes.search(where("n") == 1) == []
    Bank(tmp_path / "store", cache=tmp_path / "cache").documents("notes").insert({"n": 1})
    assert notes.search(where("n") == 1) == [{"n": 1}]


def test_articles_are_records(tmp_path: Path) -> None:
    """The articles of a bank are documents too: queried and changed by TinyDB, held to the rules of records."""
    bank = Bank.create(tmp_path / "store", cache=tmp_path / "cache")
    key = bank.add(Article(title="One", outlet="TASS")).key
    (found,) = bank.articles.search(where("outlet") == "TASS")
    assert found["key"] == key
    bank.articles.update({"outlet": "Zavtra"}, where("key") == key)
    assert bank.article(key).outlet == "Zavtra"
    bank.articles.insert({"type": "report", "title": "Two"})
    assert {article.title for article in bank.iter_articles()} == {"One", "Two"}
    with pytest.raises(BadInput):
        bank.articles.insert({"key": key, "title": "Three"})
    with pytest.raises(BadInput):
        bank.articles.update({"authors": 7})
    assert bank.counts().articles == 2
