"""``quotebank digest`` from its flags to the bank: what it prints, what it writes, and how it ends."""

import json
from pathlib import Path

import pytest

from quotebank.text.visible import cells
from tests.actions.digest_cast import read_lines
from tests.cli.conftest import Cli
from tests.cli.test_world import HEAVY, HOSTILE, is_inert

DIGEST = """\
Zarya|Ada Petrova|2021-11-04||90|Petrova warns of a cold winter.
Vzgliad|Gevorg Mirzaian|2021-09-29||80|Tokyo is told to wait.
Luna||2021-11-05||30|Somebody somewhere said so.
-|Nobody in particular says this.
"""
SAID = ("--date", "2021-11-30", "--title", "Morning review")


@pytest.fixture
def digest(sample: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """A folder with the example bank and a digest in `review.txt`; the reader is that of the cast."""
    monkeypatch.setattr("quotebank.cli.digesting.read", read_lines)
    (tmp_path / "review.txt").write_text(DIGEST, encoding="utf-8")
    return sample


def test_yes_banks_what_is_sure(digest: Cli, bank_file: Path) -> None:
    """The keys of what was banked are the answer; what was not is listed beside it, and so is what is nobody's."""
    outcome = digest("digest", "review.txt", "--yes", *SAID)
    assert (outcome.code, outcome.out) == (0, "petrova2021\nmirzaian2021\n")
    assert "not banked: 3. Luna" in outcome.err
    assert "para. 4 belongs to no source: Nobody in particular" in outcome.err
    assert f"1 added, 1 known before, 2 quote(s) via anon2021morning in {bank_file}" in outcome.err
    assert "Petrova warns of a cold winter." in digest("show", "petrova2021").out
    assert digest("search", "outlet:Luna").code == 1
    assert digest("check").code == 0


def test_twice_adds_nothing_and_says_so(digest: Cli, bank_file: Path) -> None:
    """The second run writes nothing at all, also without the date that was said in the first."""
    digest("digest", "review.txt", "--yes", *SAID)
    before = bank_file.read_bytes()
    for words in (SAID, ()):
        outcome = digest("digest", "review.txt", "--yes", *words)
        assert (outcome.code, outcome.out) == (0, "")
        assert "nothing new" in outcome.err
        assert bank_file.read_bytes() == before


def test_what_was_left_can_be_banked_later(digest: Cli) -> None:
    """A lower line banks the rest, and only the rest."""
    digest("digest", "review.txt", "--yes", *SAID)
    assert digest("digest", "review.txt", "--yes", "--min-confidence", "0").out == "luna2021\n"


def test_undo_takes_a_digest_back(digest: Cli) -> None:
    """One undo removes report, records and quotes; the history calls it digest."""
    digest("digest", "review.txt", "--yes", *SAID)
    assert json.loads(digest("history", "--json", "--limit", "1").out)[0]["did"] == "digest"
    assert digest("undo").code == 0
    assert json.loads(digest("where", "--json").out)["articles"] == 13
    assert digest("digest", "review.txt", "--yes", *SAID).out.startswith("petrova2021\n")


def test_a_dry_run_shows_and_writes_nothing(digest: Cli, bank_file: Path) -> None:
    """Off a terminal the proposals are rows parted by tabs; the bank stays as it was."""
    before = bank_file.read_bytes()
    outcome = digest("digest", "review.txt", "--dry-run", *SAID)
    rows = [line.split("\t") for line in outcome.out.splitlines()]
    assert rows[0] == [
        "1", "Zarya", "Petrova, Ada", "2021-11-04", "", "1", "90", "petrova2021", "new", "made by hand",
    ]  # fmt: skip
    assert rows[1][7:9] == ["mirzaian2021", "known"]
    assert "dry run" in outcome.err
    assert bank_file.read_bytes() == before


def test_the_json_is_the_documented_one(digest: Cli) -> None:
    """A dry run with --json gives the documented shape and nothing else on stdout."""
    found = json.loads(digest("digest", "review.txt", "--dry-run", "--json", *SAID).out)
    assert set(found) == {"report", "sources", "unattributed", "warnings"}
    assert found["report"]["title"] == "Morning review"
    assert (found["unattributed"], found["warnings"]) == ([4], [])
    first, second, _ = found["sources"]
    assert first == {
        "outlet": "Zarya", "outlet_printed": "Zarya", "authors": ["Ada Petrova"], "date": "2021-11-04",
        "date_inferred": True, "issue": None, "passages": ["Petrova warns of a cold winter."], "paragraphs": [1],
        "positions": [[0, 31]], "confidence": 90, "why": "made by hand", "key": "petrova2021",
    }  # fmt: skip
    assert second["known"] is True
    assert (second["outlet"], second["outlet_printed"]) == ("Vzglyad", "Vzgliad")


def test_json_says_what_was_banked(digest: Cli) -> None:
    """After banking each source says whether it was; what was not has no key."""
    found = json.loads(digest("digest", "review.txt", "--yes", "--json", *SAID).out)
    told = [(each["banked"], each["key"]) for each in found["sources"]]
    assert told == [(True, "petrova2021"), (True, "mirzaian2021"), (False, None)]


def test_several_digests(digest: Cli, tmp_path: Path) -> None:
    """Several files are banked one after the other, an item of both once; their JSON is a list."""
    (tmp_path / "second.txt").write_text("Zarya|Ada Petrova|2021-11-04||90|It will be cold.\n")
    found = json.loads(digest("digest", "review.txt", "second.txt", "--yes", "--json", "--date", "2021-11-30").out)
    assert [len(each["sources"]) for each in found["digests"]] == [3, 1]
    assert [each["report"]["title"] for each in found["digests"]] == ["review", "second"]
    assert found["digests"][1]["sources"][0]["known"]
    assert len(json.loads(digest("show", "petrova2021", "--json").out)["quotes"]) == 2


def test_one_unreadable_file_banks_none(digest: Cli, tmp_path: Path, bank_file: Path) -> None:
    """All files are opened before anything is banked."""
    (tmp_path / "binary.txt").write_bytes(b"\0\1")
    before = bank_file.read_bytes()
    assert digest("digest", "review.txt", "binary.txt", "--yes").code == 65
    assert bank_file.read_bytes() == before


def test_standard_input(digest: Cli) -> None:
    """``-`` is read from standard input, with a mark before it or without."""
    assert digest("digest", "-", "--yes", stdin="\ufeff".encode() + DIGEST.encode()).out.startswith("petrova2021\n")
    assert digest("show", "anonndpress").code in (0, 1)


def test_the_report_is_named(digest: Cli) -> None:
    """--report makes an existing record the digest, and an unknown key is told."""
    outcome = digest("digest", "review.txt", "--yes", "--report", "countryreport2021russia")
    assert "via countryreport2021russia" in outcome.err
    via = json.loads(digest("show", "petrova2021", "--json").out)["quotes"][0]["via"]
    assert via == {
        "article": "countryreport2021russia", "locator": {"label": "paragraph", "value": "1"},
        "position": {"start": 0, "end": 31},
    }  # fmt: skip
    assert digest("digest", "review.txt", "--yes", "--report", "nobody").code == 1


def test_tags_and_address(digest: Cli) -> None:
    """--tag and --url are kept; the address describes the digest."""
    digest("digest", "review.txt", "--yes", "--tag", "winter", "--url", "https://example.org/r/1", *SAID)
    assert set(digest("list", "--tag", "winter", "--keys").out.split()) == {"petrova2021", "anon2021morning"}
    assert json.loads(digest("show", "anon2021morning", "--json").out)["url"] == "https://example.org/r/1"


def test_explain_shows_the_evidence(digest: Cli, bank_file: Path) -> None:
    """--explain N shows frame, date and passages of one proposal, as JSON too, and writes nothing."""
    before = bank_file.read_bytes()
    outcome = digest("digest", "review.txt", "--explain", "2")
    assert outcome.code == 0
    for text in ("mirzaian2021 (in the bank already)", "frame: none", "year inferred", "Tokyo is told to wait."):
        assert text in outcome.out
    found = json.loads(digest("digest", "review.txt", "--explain", "2", "--json").out)
    assert (found["number"], found["evidence"], found["date_printed"]) == (2, ["frame: none"], "2021-09-29")
    assert digest("digest", "review.txt", "--explain", "9").code == 1
    assert bank_file.read_bytes() == before


def test_no_source_is_told(digest: Cli, tmp_path: Path) -> None:
    """A text that names no source ends with 1 and one line; its JSON is still there."""
    (tmp_path / "prose.txt").write_text("-|Only weather.\n")
    outcome = digest("digest", "prose.txt", "--yes")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
    outcome = digest("digest", "prose.txt", "--dry-run", "--json")
    assert outcome.code == 1
    assert json.loads(outcome.out)["unattributed"] == [1]
    assert json.loads(outcome.err)["code"] == 1


def test_nothing_sure_enough_is_told(digest: Cli, bank_file: Path) -> None:
    """When no proposal reaches the line nothing is banked, the report neither, and the exit is 1."""
    before = bank_file.read_bytes()
    outcome = digest("digest", "review.txt", "--yes", "--min-confidence", "99")
    assert outcome.code == 1
    assert "lower --min-confidence" in outcome.err
    assert bank_file.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "data", "code", "said"),
    [
        (("--yes",), b"", 65, "no text"),
        (("--yes",), b" \n\n", 65, "no text"),
        (("--yes",), b"%PDF-1.7 and so on", 65, "not a text file"),
        (("--yes",), b"PK\x03\x04 and so on", 65, "not a text file"),
        (("--yes",), b"text\0text", 65, "not a text file"),
        (("--yes",), b"first\nca" + b"f\xe9", 65, "line 2: not UTF-8 text: byte 9"),
        (("--yes",), b"\xff\xfea", 65, "UTF-16 text: byte"),
        ((), DIGEST.encode(), 2, "--yes"),
        (("--json",), DIGEST.encode(), 2, "--yes"),
        (("--yes", "--format", "docx"), DIGEST.encode(), 2, "--format"),
        (("--yes", "--date", "No. 10"), DIGEST.encode(), 65, "date"),
        (("--yes", "--min-confidence", "101"), DIGEST.encode(), 2, "101"),
        (("--explain", "0"), DIGEST.encode(), 2, "0"),
        (("other.txt", "--title", "T", "--yes"), DIGEST.encode(), 2, "--title"),
        (("none.txt", "--yes"), DIGEST.encode(), 66, "none.txt"),
        (("store", "--yes"), DIGEST.encode(), 73, "store"),
        (("-", "-", "--yes"), DIGEST.encode(), 2, "once"),
        (("http://127.0.0.1:1/review", "--yes"), DIGEST.encode(), 69, "--allow-host"),
    ],
)
def test_mistakes_are_one_line(
    digest: Cli, tmp_path: Path, bank_file: Path, words: tuple[str, ...], data: bytes, code: int, said: str
) -> None:
    """What cannot be read or done ends with its documented code, one line, and the bank as it was."""
    (tmp_path / "review.txt").write_bytes(data)
    before = bank_file.read_bytes()
    outcome = digest("digest", "review.txt", *words)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (code, "", 1), outcome
    assert said in outcome.err
    assert bank_file.read_bytes() == before


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings_with_a_mark_are_read(digest: Cli, tmp_path: Path, encoding: str) -> None:
    """UTF-8 with and without a mark, UTF-16 and UTF-32 by theirs."""
    (tmp_path / "review.txt").write_bytes("Заря|Ада Петрова|2021-11-04||90|Холодно.\n".encode(encoding))
    found = json.loads(digest("digest", "review.txt", "--dry-run", "--json").out)
    assert found["sources"][0]["passages"] == ["Холодно."]


def test_without_a_bank(cli: Cli, tmp_path: Path) -> None:
    """Without a bank it ends as every other command does, and says how to make one."""
    (tmp_path / "review.txt").write_text(DIGEST)
    outcome = cli("digest", "review.txt", "--dry-run")
    assert outcome.code == 66
    assert "quotebank init" in outcome.err


@pytest.mark.parametrize("width", [24, 40, 80, 100, 160])
def test_the_table_fits_the_terminal(digest: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """On a terminal no line of the table is wider than it, Chinese counted by cells."""
    wide = "习近平的新时代中国特色社会主义思想" * 3
    (tmp_path / "review.txt").write_text(DIGEST + f"{wide}|{wide}|2021-11-04||70|{wide}\n", encoding="utf-8")
    monkeypatch.setenv("COLUMNS", str(width))
    outcome = digest("digest", "review.txt", "--dry-run", "--no-color", *SAID, terminal=True)
    lines = outcome.out.splitlines()
    assert len(lines) == (4 if width >= 100 else 8)
    assert max(map(cells, lines)) <= width
    assert "\x1b" not in outcome.out
    assert "\x1b[1m" in digest("digest", "review.txt", "--dry-run", *SAID, terminal=True).out


def test_hostile_text_is_shown_inert(digest: Cli, tmp_path: Path) -> None:
    """Escape sequences in a digest reach neither table, rows, explanation nor messages."""
    bad = HOSTILE.replace("\r", "").replace("|", "").replace("\x1b]0;title\x07", "\x1b]0;t\x07")
    (tmp_path / "review.txt").write_text(f"{bad}|{bad}|2021-11-04||90|{bad}\n{bad}2||||10|x\n-|{bad}\n")
    for words in (("--dry-run",), ("--explain", "1"), ("--yes",)):
        outcome = digest("digest", "review.txt", *words)
        assert outcome.code == 0, outcome
        assert is_inert(outcome.out)
        assert is_inert(outcome.err)


def test_many_loose_paragraphs_are_not_all_listed(digest: Cli, tmp_path: Path) -> None:
    """Of many paragraphs that are nobody's the first are listed and the others counted."""
    (tmp_path / "review.txt").write_text(DIGEST + "-|loose\n" * 50)
    outcome = digest("digest", "review.txt", "--dry-run")
    assert outcome.err.count("belongs to no source") == 20
    assert "and 31 more paragraphs" in outcome.err


def test_a_dry_run_loads_nothing_heavy(digest: Cli, tmp_path: Path) -> None:
    """A digest is read without the libraries that only other commands need."""
    import subprocess
    import sys

    code = (
        "import sys; from tests.cli.conftest import *; from tests.actions.digest_cast import read_lines;"
        "import pathlib, io; import quotebank.cli.digesting as d; d.read = read_lines;"
        f"here = pathlib.Path({str(tmp_path)!r});"
        "s = Session(None, io.StringIO(), io.StringIO(), environment(here), here, lambda: TODAY);"
        "code = main(['digest', 'review.txt', '--dry-run', '--json'], s);"
        f"print(code, [name for name in {HEAVY!r} if name in sys.modules])"
    )
    del digest
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=root)
    assert done.stdout.startswith("0 []"), done
