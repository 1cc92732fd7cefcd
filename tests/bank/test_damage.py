"""Damage is noticed, named and mended; it is never taken for an empty bank and never written over."""

from pathlib import Path

import pytest

from quotebank.bank.bank import Bank
from quotebank.bank.checkup import check, repair
from quotebank.bank.header import header_line
from quotebank.errors import BadInput, Damaged, MissingFile, NewerBank, QuotebankError
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote


def filled(bank: Bank) -> Bank:
    """A small bank of two articles, two quotes, an edit and a removal."""
    first = bank.add(Article(key="one", title="Первая", outlet="TASS"))
    bank.add(Article(key="two", title="Two"))
    bank.add_quote(Quote(id="q1", article=first.key, text="A word."))
    bank.add_quote(Quote(id="q2", article="two", text="Another."))
    with bank.transaction("edit") as change:
        change.replace_article("one", Article(key="one", title="First", outlet="TASS"))
    with bank.transaction("remove") as change:
        change.remove_article("two")
    return bank


def told(bank: Bank, cache: Path) -> tuple[dict[str, Article], dict[str, Quote]]:
    """Everything a bank says when it is read from its start."""
    fresh = Bank(bank.path, cache=cache)
    return {a.key: a for a in fresh.iter_articles()}, {q.id: q for q in fresh.iter_quotes()}


def test_every_flipped_bit_is_noticed(bank: Bank, tmp_path: Path) -> None:
    """A flipped bit anywhere is found by check, and reading raises or tells nothing that was not stored."""
    filled(bank)
    whole = bank.path.read_bytes()
    for place in range(len(whole)):
        bit = 1 << (place * 5 % 8)
        bank.path.write_bytes(whole[:place] + bytes((whole[place] ^ bit,)) + whole[place + 1 :])
        with Bank(bank.path, cache=tmp_path / "none" / str(place % 7)) as hurt:
            try:
                report = check(hurt)
            except BadInput:
                continue
            assert not report.ok or report.problems, f"byte {place}, bit {bit}"
    bank.path.write_bytes(whole)
    assert check(bank).ok


@pytest.mark.parametrize("line", [2, 4, 6])
def test_check_names_the_line(bank: Bank, line: int, tmp_path: Path) -> None:
    """A damaged line is named by its number, by check and by whoever reads the bank."""
    lines = filled(bank).path.read_bytes().split(b"\n")
    lines[line - 1] = lines[line - 1].replace(b'"at"', b'"aT"')
    bank.path.write_bytes(b"\n".join(lines))
    report = check(bank)
    assert not report.ok
    assert [problem.line for problem in report.problems] == [line]
    with pytest.raises(Damaged, match=f"line {line} "):
        list(Bank(bank.path, cache=tmp_path / "fresh").iter_articles())


def test_damage_is_never_written_over(bank: Bank, tmp_path: Path) -> None:
    """No command writes to a damaged bank: the file keeps every byte."""
    lines = filled(bank).path.read_bytes().split(b"\n")
    lines[2] = lines[2][:-9] + b"x" + lines[2][-8:]
    bank.path.write_bytes(b"\n".join(lines))
    before = bank.path.read_bytes()
    with pytest.raises(Damaged):
        Bank(bank.path, cache=tmp_path / "fresh").add(Article(title="x"))
    assert bank.path.read_bytes() == before


def test_truncated_anywhere_it_opens_as_it_once_was(bank: Bank, tmp_path: Path) -> None:
    """Cut off at any byte behind the header, the bank is what it was after some whole transaction, and takes more."""
    filled(bank)
    whole = bank.path.read_bytes()
    header = whole.index(b"\n") + 1
    states: list[tuple[int, int]] = []
    for cut in range(header, len(whole), 3):
        bank.path.write_bytes(whole[:cut])
        with Bank(bank.path, cache=tmp_path / f"c{cut}") as hurt:
            counts = hurt.counts()
            if not states or states[-1] != counts:
                states.append(counts)
            hurt.add(Article(key="new", title="more"))
            assert hurt.article("new").title == "more"
            assert check(hurt).ok
    assert states == [(0, 0), (1, 0), (2, 0), (2, 1), (2, 2)]


def test_an_unfinished_write_is_set_aside(bank: Bank) -> None:
    """What a writer that died left at the end is moved to a file of its own, nothing of it lost."""
    filled(bank)
    with bank.path.open("ab") as file:
        file.write(b'{"crc":"00000000","table":"articles","id":"half')
    assert check(bank).ok
    assert bank.article("one").title == "First"
    bank.add(Article(key="new", title="more"))
    assert b"half" in bank.path.with_name("bank.jsonl.torn").read_bytes()
    assert b"half" not in bank.path.read_bytes()


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", Damaged),
        (b"@article{x, title={y}}\n", BadInput),
        (b'{"articles": []}', BadInput),
        (b"\x00" * 4096, BadInput),
        (header_line("b", "g", "2021-11-30T09:00:00Z", 99), NewerBank),
    ],
)
def test_what_is_no_bank_is_refused(tmp_path: Path, content: bytes, error: type[QuotebankError]) -> None:
    """An empty file, a file of another kind and a bank of a later format are refused, for reading and writing."""
    path = tmp_path / "bank.jsonl"
    path.write_bytes(content)
    bank = Bank(path, cache=tmp_path / "cache")
    with pytest.raises(error):
        bank.counts()
    with pytest.raises(error):
        bank.add(Article(title="x"))
    assert path.read_bytes() == content


def test_a_missing_bank_is_not_made(tmp_path: Path) -> None:
    """Neither reading nor writing makes a bank where there is none, nor anything else."""
    bank = Bank(tmp_path / "none", cache=tmp_path / "cache")
    with pytest.raises(MissingFile):
        bank.counts()
    with pytest.raises(MissingFile):
        bank.add(Article(title="x"))
    assert not (tmp_path / "none").exists()


def test_repair_keeps_a_copy_and_all_that_is_whole(bank: Bank, tmp_path: Path) -> None:
    """A repair copies the file as it was, drops only the damaged line, says which, and leaves a bank in order."""
    lines = filled(bank).path.read_bytes().split(b"\n")
    lines[3] = lines[3].replace(b"A word", b"A w0rd")
    bank.path.write_bytes(b"\n".join(lines))
    hurt = bank.path.read_bytes()
    mended = repair(bank)
    assert mended.copy is not None
    assert mended.copy.read_bytes() == hurt
    assert [problem.line for problem in mended.problems] == [4]
    assert "w0rd" in mended.problems[0].raw
    report = check(bank)
    assert report.ok
    articles, quotes = told(bank, tmp_path / "fresh")
    assert articles["one"].title == "First"
    assert quotes == {}


def test_repair_goes_back_to_the_state_before(bank: Bank, tmp_path: Path) -> None:
    """A record whose newest line was lost is as its line before said."""
    lines = filled(bank).path.read_bytes().split(b"\n")
    lines[5] = lines[5].replace(b"First", b"Fjrst")
    bank.path.write_bytes(b"\n".join(lines))
    repair(bank)
    assert told(bank, tmp_path / "fresh")[0]["one"].title == "Первая"


def test_repair_of_a_lost_header(bank: Bank, tmp_path: Path) -> None:
    """A damaged first line costs no record."""
    whole = filled(bank).path.read_bytes()
    bank.path.write_bytes(whole.replace(b'"quotebank":1', b'"quotebank":7', 1))
    with pytest.raises(Damaged):
        Bank(bank.path, cache=tmp_path / "fresh").counts()
    repair(bank)
    assert told(bank, tmp_path / "fresh2")[0]["one"].title == "First"


def test_repair_of_a_whole_bank_changes_nothing(bank: Bank) -> None:
    """There is nothing to mend in a bank in order."""
    before = filled(bank).path.read_bytes()
    assert repair(bank).problems == []
    assert bank.path.read_bytes() == before


@pytest.mark.parametrize("garbage", [b"", b"nonsense" * 1000, b"SQLite format 3\x00" + b"\xff" * 8000])
def test_a_damaged_view_is_made_anew(bank: Bank, garbage: bytes) -> None:
    """Whatever happens to the key view, the bank answers as before."""
    filled(bank)
    path = bank.view.path
    assert path is not None
    bank.close()
    path.write_bytes(garbage)
    assert bank.article("one").title == "First"
    assert bank.counts() == (1, 1)


def test_without_a_cache_folder(bank: Bank, tmp_path: Path) -> None:
    """Where the cache folder cannot be made, the view lives in memory."""
    filled(bank)
    (tmp_path / "file").write_text("in the way")
    blocked = Bank(bank.path, cache=tmp_path / "file")
    assert blocked.article("one").title == "First"
    assert blocked.view.path is None
