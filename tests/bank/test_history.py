"""What was done can be read, taken back and done again."""

from pathlib import Path

import pytest

from quotebank.bank.bank import Bank, Change
from quotebank.bank.history import deeds, differences, locate, revisions, touched, undo
from quotebank.bank.journal import Journal
from quotebank.bank.lines import Line
from quotebank.bank.places import find_bank
from quotebank.bank.upkeep import backups, compact, restore
from quotebank.errors import BadInput, MissingFile, NotFound, UsageError
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote
from tests.bank.deeds import Ids


def state(bank: Bank) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Titles by key and texts by id."""
    return (
        sorted((article.key, article.title) for article in bank.iter_articles()),
        sorted((quote.id, quote.text) for quote in bank.iter_quotes()),
    )


def retitle(bank: Bank, key: str, title: str) -> None:
    """Give an article another title."""
    with bank.transaction("edit") as change:
        change.replace_article(key, Article(key=key, title=title))


def test_undo_walks_back_through_everything(bank: Bank) -> None:
    """Undone one by one, each change leaves the bank as it was before it, down to the empty bank."""
    states = [state(bank)]
    bank.add(Article(key="one", title="A"))
    states.append(state(bank))
    bank.add_quote(Quote(id="q1", article="one", text="x"))
    states.append(state(bank))
    retitle(bank, "one", "B")
    states.append(state(bank))
    with bank.transaction("remove") as change:
        change.remove_article("one")
    states.append(state(bank))
    for before in reversed(states[:-1]):
        undo(bank)
        assert state(bank) == before
    with pytest.raises(NotFound):
        undo(bank)


def test_an_undo_can_be_undone(bank: Bank) -> None:
    """The id of an undo does the thing again, and it can be taken back once more."""
    bank.add(Article(key="one", title="A"))
    retitle(bank, "one", "B")
    undo(bank)
    assert bank.article("one").title == "A"
    undo(bank, deeds(bank)[0].id)
    assert bank.article("one").title == "B"
    undo(bank)
    assert bank.article("one").title == "A"


def test_only_what_stands_can_be_undone(bank: Bank) -> None:
    """An earlier change is not taken back under a later one, an undone one not twice, an unknown one not at all."""
    bank.add(Article(key="one", title="A"))
    retitle(bank, "one", "B")
    added = deeds(bank)[-1].id
    with pytest.raises(BadInput, match="changed since"):
        undo(bank, added)
    undo(bank)
    undone = next(deed.id for deed in deeds(bank) if deed.undone)
    with pytest.raises(BadInput, match="undone already"):
        undo(bank, undone)
    with pytest.raises(NotFound):
        undo(bank, "nosuch00")


def test_undo_can_be_rehearsed(bank: Bank) -> None:
    """A dry run tells what would be taken back and writes nothing."""
    bank.add(Article(key="one", title="A"))
    before = bank.path.read_bytes()
    deed, count = undo(bank, dry_run=True)
    assert (deed.did, count) == ("add", 1)
    assert bank.path.read_bytes() == before


def test_history_of_the_bank_and_of_a_record(bank: Bank) -> None:
    """Changes come newest first; a record's states oldest first, with what changed in each, removed ones too."""
    bank.add(Article(key="one", title="A"))
    retitle(bank, "one", "B")
    with bank.transaction("remove") as change:
        change.remove_article("one")
    assert [deed.did for deed in deeds(bank)] == ["remove", "edit", "add"]
    assert [deed.did for deed in deeds(bank, 2)] == ["remove", "edit"]
    assert "one" in touched(deeds(bank)[-1])
    states = revisions(bank, *locate(bank, "one"))
    assert [revision.rev for revision in states] == [1, 2, 3]
    assert "title: A -> B" in differences(states[0].shape, states[1].shape)
    assert differences(states[1].shape, states[2].shape) == ["removed"]
    with pytest.raises(NotFound):
        locate(bank, "nobody")


def test_long_histories_are_read_from_their_end(bank: Bank) -> None:
    """The last changes of a long history are the last ones, whatever stands before."""
    for number in range(40):
        bank.add(Article(key=f"k{number}", title="x" * 20_000))
    assert [touched(deed) for deed in deeds(bank, 3)] == ["article k39", "article k38", "article k37"]


def test_compacting_ends_history_and_keeps_a_copy(bank: Bank, tmp_path: Path) -> None:
    """After a compaction the records are the same, the past is in the copy, and the copy can be restored."""
    bank.add(Article(key="one", title="A"))
    retitle(bank, "one", "B")
    told = state(bank)
    before, after, copy = compact(bank)
    assert after < before
    assert state(bank) == told
    assert deeds(bank) == []
    with pytest.raises(NotFound):
        undo(bank)
    restore(bank, copy)
    assert state(bank) == told
    assert [deed.did for deed in deeds(bank)] == ["edit", "add"]
    assert copy in backups(bank.path)
    del tmp_path


def test_a_cursor_tells_just_what_is_new(bank: Bank) -> None:
    """Changes since a cursor, added up, are the whole; a cursor from before a compaction counts as none."""
    kept: dict[tuple[str, str], object] = {}
    cursor = ""
    for number in range(4):
        bank.add(Article(key=f"k{number}", title="x"))
        retitle(bank, "k0", str(number))
        changes, cursor, fresh = bank.changes(cursor)
        assert fresh == (number == 0)
        kept |= {(change.table, change.id): change.shape for change in changes}
    everything, _, fresh = bank.changes()
    assert fresh
    assert kept == {(change.table, change.id): change.shape for change in everything}
    assert list(bank.changes(cursor)[0]) == []
    compact(bank)
    again, _, fresh = bank.changes(cursor)
    assert fresh
    assert len(list(again)) == 4
    for nonsense in ("x", "a b c d e", "0 0 0 0 0", cursor + "1"):
        assert bank.changes(nonsense)[2]
    assert isinstance(next(bank.changes()[0]), Change)


def test_an_older_format_is_read_as_it_is_and_written_anew(bank: Bank, tmp_path: Path) -> None:
    """A bank of an older format is readable without being touched; the first writer rewrites it, keeping a copy."""
    bank.add(Article(key="one", title="A"))
    old = bank.path.read_bytes()

    def shout(line: Line) -> Line:
        shape = dict(line.doc or {})
        return line._replace(doc={**shape, "title": str(shape["title"]).lower() + "!"} if line.doc else None)

    newer = Bank(bank.path, cache=tmp_path / "newer")
    newer.journal = Journal(bank.path, bank.disk, (shout,))
    newer.view._journal = newer.journal
    assert newer.article("one").title == "a!"
    assert [article.title for article in newer.iter_articles()] == ["a!"]
    assert bank.path.read_bytes() == old
    newer.add(Article(key="two", title="B"))
    assert newer.article("one").title == "a!"
    assert newer.article("two").title == "B"
    assert backups(bank.path)[0].read_bytes() == old


def test_the_bank_is_found_like_git_finds_its_folder(tmp_path: Path) -> None:
    """--bank wins over the variable, that over the nearest store upward, that over the data folder."""
    here = tmp_path / "a" / "b"
    here.mkdir(parents=True)
    data = {"XDG_DATA_HOME": str(tmp_path / "data")}
    with pytest.raises(MissingFile):
        find_bank(None, data, here)
    (tmp_path / "data" / "quotebank").mkdir(parents=True)
    (tmp_path / "data" / "quotebank" / "bank.jsonl").touch()
    assert find_bank(None, data, here).path == tmp_path / "data" / "quotebank" / "bank.jsonl"
    for folder in (tmp_path, tmp_path / "a"):
        (folder / "store").mkdir()
        (folder / "store" / "bank.jsonl").touch()
        assert find_bank(None, data, here).path == folder / "store" / "bank.jsonl"
    assert find_bank(None, data | {"QUOTEBANK_BANK": "x.jsonl"}, here).path == here / "x.jsonl"
    assert find_bank("y", data | {"QUOTEBANK_BANK": "x.jsonl"}, here).path == here / "y" / "bank.jsonl"
    with pytest.raises(UsageError):
        find_bank("", data, here)


def test_a_line_by_line_merge_keeps_both_sides(bank: Bank, tmp_path: Path) -> None:
    """Two copies that were added to apart, joined line by line, hold everything of both; a shared key is reported."""
    from quotebank.bank.checkup import check, repair

    bank.add(Article(key="base", title="Base"))
    base = bank.path.read_bytes()
    sides = []
    for side in ("ours", "theirs"):
        path = tmp_path / side / "bank.jsonl"
        path.parent.mkdir()
        path.write_bytes(base)
        copy = Bank(path, cache=tmp_path / "cache", new_id=Ids(side))
        copy.add(Article(key=side, title=side))
        copy.add(Article(key="both", title=side))
        copy.add_quote(Quote(article=side, text=f"said by {side}"))
        sides.append(path.read_bytes()[len(base) :])
    bank.path.write_bytes(base + sides[0] + sides[1])
    assert {quote.text for quote in bank.iter_quotes()} == {"said by ours", "said by theirs"}
    assert sorted(article.title for article in bank.iter_articles()) == ["Base", "ours", "ours", "theirs", "theirs"]
    assert not check(bank).ok
    repair(bank)
    assert check(bank).ok
    assert len({article.key for article in bank.iter_articles()}) == 5
