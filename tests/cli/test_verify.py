"""``quotebank verify``: what it shows on a terminal, off it and as JSON, and how it ends."""

import json
from pathlib import Path

import pytest

from quotebank import Bank
from quotebank.bank.snapshots import save_snapshot, snapshot_folder
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote, Via
from quotebank.text.visible import cells
from tests.cli.conftest import Cli
from tests.cli.test_world import HOSTILE, is_inert

NEWS = "The envoy said: “We will not accept 1,000 troops on our border.” The treasury will check the figures by hand."
TOUCHED = "touched: negation, number"


@pytest.fixture
def verify(cli: Cli, tmp_path: Path) -> Cli:
    """The command line in a folder whose bank holds one article with a saved text and one without."""
    with Bank.create(tmp_path / "store", cache=tmp_path / "cache") as bank:
        copy = save_snapshot(bank.path, NEWS, taken="2021-11-30T09:00:00Z")
        bank.add(Article(key="news2021", title="Envoy speaks", snapshot=copy))
        bank.add(Article(key="lost2021", title="Nobody asked"))
        for record, article, kind, text in (
            ("q1", "news2021", "direct", "We will not accept 1,000 troops"),
            ("q2", "news2021", "direct", "We will accept 2,000 troops on our border"),
            ("q3", "news2021", "paraphrase", "He adds that the treasury will check the figures by hand."),
            ("q4", "lost2021", "direct", "Nobody had been asked"),
        ):
            bank.add_quote(Quote(id=record, article=article, kind=kind, text=text))
    return cli


def opened(tmp_path: Path) -> Bank:
    """The bank as it is now."""
    return Bank(tmp_path / "store", cache=tmp_path / "cache")


def test_one_line_a_quote_off_a_terminal(verify: Cli) -> None:
    """Status, key, id and what was found, parted by tabs; the differences marked; exit 1 for what is wrong."""
    outcome = verify("verify")
    assert outcome.code == 1
    assert outcome.out.splitlines() == [
        "exact\tnews2021\tq1\tWe will not accept 1,000 troops",
        "altered\tnews2021\tq2\tWe will {+not+} accept [-2,000-] {+1,000+} troops on our border\t" + TOUCHED,
        "too-close\tnews2021\tq3\tThe treasury will check the figures by hand",
    ]
    assert "1 exact, 1 altered, 1 too-close, 1 no-snapshot" in outcome.err
    assert outcome.err.count("add URL --save") == 1
    assert "3 finding(s) stored in" in outcome.err


def test_findings_are_kept_unless_it_is_a_dry_run(verify: Cli, tmp_path: Path) -> None:
    """A dry run says so and writes nothing; a real one stores what it found, and undo takes that back."""
    assert "dry run: nothing written" in verify("verify", "--dry-run").err
    assert opened(tmp_path).quote("q2").verified == {}
    verify("verify")
    assert opened(tmp_path).quote("q2").verified["status"] == "altered"
    assert json.loads(verify("show", "q2", "--json").out)["verified"]["status"] == "altered"
    assert verify("undo").code == 0
    assert opened(tmp_path).quote("q2").verified == {}


def test_json_says_everything(verify: Cli) -> None:
    """One document: each quote with its place in the source and its differences, the counts, what was stored."""
    outcome = verify("verify", "--json")
    document = json.loads(outcome.out)
    assert outcome.code == 1
    assert document["counts"] == {"exact": 1, "altered": 1, "too-close": 1, "no-snapshot": 1}
    assert document["stored"] == 3
    missing, exact, altered, close = document["checked"]
    assert NEWS[exact["start"] : exact["end"]] == exact["found"] == exact["text"]
    assert altered["differences"][0] == {"kind": "negation", "quoted": "", "source": "not", "start": 7, "end": 7}
    assert altered["found"] == "We will not accept 1,000 troops on our border"
    assert close["run"]["words"] == 8
    assert missing == {
        "id": "q4", "article": "lost2021", "source": "lost2021", "kind": "direct", "status": "no-snapshot",
        "text": "Nobody had been asked",
    }  # fmt: skip


def test_only_what_is_wrong_or_all(verify: Cli) -> None:
    """--only-wrong leaves out what is right, --all shows what has no saved text too; both end alike."""
    wrong, every = verify("verify", "--only-wrong"), verify("verify", "--all")
    assert [line.split("\t")[2] for line in wrong.out.splitlines()] == ["q2", "q3"]
    assert [line.split("\t")[2] for line in every.out.splitlines()] == ["q4", "q1", "q2", "q3"]
    assert (wrong.code, every.code) == (1, 1)


def test_nothing_wrong_ends_with_0(verify: Cli) -> None:
    """Quotes that are right, and such as nothing is known of, are no failure; no key that is there is unknown."""
    assert verify("verify", "q1").code == 0
    outcome = verify("verify", "lost2021")
    assert (outcome.code, outcome.out) == (0, "")
    assert verify("verify", "-", stdin=b"q1\nlost2021\n").code == 0
    assert verify("verify", "-", stdin=b"").code == 2
    unknown = verify("verify", "news2022")
    assert unknown.code == 1
    assert "did you mean news2021" in unknown.err


def test_a_text_of_ones_own(verify: Cli, tmp_path: Path) -> None:
    """--text holds an article's quotes, and those read in it, against a file or standard input."""
    (tmp_path / "page.txt").write_text("\ufeffYesterday “nobody had been asked”.", encoding="utf-8")
    outcome = verify("verify", "lost2021", "--text", "page.txt")
    assert (outcome.code, outcome.out.split("\t")[0]) == (0, "typography")
    assert verify("verify", "lost2021", "--text", "-", stdin=b"Everybody was there").code == 1
    with opened(tmp_path) as bank:
        bank.add_quote(Quote(id="q5", article="news2021", kind="direct", text="Come home", via=Via("lost2021")))
    outcome = verify("verify", "lost2021", "--text", "-", stdin=b"Nobody had been asked to come home.")
    assert outcome.out.splitlines()[1] == "typography\tnews2021\tq5\tCome home\theld against lost2021"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--text", "page.txt"), 2, "name its key"),
        (("news2021", "lost2021", "--text", "page.txt"), 2, "name its key"),
        (("lost2021", "--text", "none.txt"), 66, "none.txt"),
        (("lost2021", "--text", "bad.txt"), 65, "not UTF-8"),
        (("nobody", "--text", "page.txt"), 1, "no article has this key"),
    ],
)
def test_a_text_that_cannot_be_used(verify: Cli, tmp_path: Path, words: tuple[str, ...], code: int, said: str) -> None:
    """A text needs one key and a readable file; else one line says what is wrong."""
    (tmp_path / "page.txt").write_text("x", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xcf\xf0\xe8")
    outcome = verify("verify", *words)
    assert outcome.code == code
    assert said in outcome.err
    assert len(outcome.err.splitlines()) == 1


def test_a_saved_text_that_is_gone_or_changed(verify: Cli, tmp_path: Path) -> None:
    """The status says which, and it is something to look at."""
    (copy,) = snapshot_folder(tmp_path / "store" / "bank.jsonl").iterdir()
    copy.write_text(NEWS + "!", encoding="utf-8")
    assert verify("verify", "q1").out.startswith("snapshot-changed\t")
    copy.unlink()
    outcome = verify("verify", "q1")
    assert (outcome.code, outcome.out.split("\t")[0]) == (1, "snapshot-missing")


@pytest.mark.parametrize("columns", ["20", "40", "80", "200"])
def test_a_table_on_a_terminal(verify: Cli, columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without colour the differences stand in brackets under the quote, and no line is wider than the terminal."""
    monkeypatch.setenv("COLUMNS", columns)
    outcome = verify("verify", terminal=True, NO_COLOR="1")
    lines = outcome.out.splitlines()
    assert "\x1b" not in outcome.out
    shown = " ".join(outcome.out.split())
    assert "We will {+not+} accept [-2,000-] {+1,000+} troops on our border" in shown
    assert "8 words of the source: The treasury will check the figures by hand" in shown
    if int(columns) >= 40:
        assert all(cells(line) <= int(columns) for line in lines)


def test_colours_on_a_terminal(verify: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    """With colour the quote's words are struck out and the source's green, and every line ends plain."""
    monkeypatch.setenv("COLUMNS", "34")
    outcome = verify("verify", terminal=True)
    assert "\x1b[32mnot\x1b[0m" in outcome.out
    assert "\x1b[31;9m2,000\x1b[0m" in outcome.out
    for line in outcome.out.splitlines():
        assert line.rfind("\x1b[0m") >= max(line.rfind("\x1b[3"), line.rfind("\x1b[1"))


def test_hostile_words_reach_no_terminal(verify: Cli, tmp_path: Path) -> None:
    """Escape sequences in quotes and sources are shown as text, and widths hold for Chinese."""
    (tmp_path / "page.txt").write_text(
        "Nobody had \x1b[31mnever\x07 been asked \u202eonce 我们不会接受任何条件", encoding="utf-8"
    )
    with opened(tmp_path) as bank:
        bank.add_quote(Quote(id="q6", article="lost2021", kind="direct", text=HOSTILE))
        bank.add_quote(Quote(id="q7", article="lost2021", kind="direct", text="我们会接受任何条件"))
        bank.add_quote(
            Quote(id="q8", article="lost2021", kind="direct", text="Nobody had \x1b[32mbeen asked \u202eonce")
        )
    for terminal in (False, True):
        outcome = verify("verify", "lost2021", "--text", "page.txt", terminal=terminal, NO_COLOR="1")
        assert is_inert(outcome.out)
        assert "我们{+不+}会接受任何条件" in outcome.out
        assert all(cells(line) <= 80 for line in outcome.out.splitlines() if terminal)


def test_an_ellipsis_over_pages_is_told(verify: Cli, tmp_path: Path) -> None:
    """A quotation whose pieces are pages apart is the same, but how far they are apart is said."""
    (tmp_path / "page.txt").write_text("We shall go. " + "So it went on. " * 100 + "They will stay.", encoding="utf-8")
    with opened(tmp_path) as bank:
        bank.add_quote(Quote(id="q6", article="lost2021", kind="direct", text="We shall go … They will stay"))
        bank.add_quote(Quote(id="q7", article="lost2021", kind="direct", text="They will stay … We shall go"))
    lines = verify("verify", "lost2021", "--text", "page.txt").out.splitlines()
    assert lines[1].startswith("typography\tlost2021\tq6\tWe shall go")
    assert lines[1].endswith("\tan ellipsis leaves out 400 words")
    assert lines[2].startswith("altered\tlost2021\tq7")
    assert "another order" in lines[2]


def test_an_empty_bank_has_nothing_to_verify(cli: Cli, tmp_path: Path) -> None:
    """It says so and ends with 0."""
    Bank.create(tmp_path / "store", cache=tmp_path / "cache").close()
    outcome = cli("verify")
    assert (outcome.code, outcome.out) == (0, "")
    assert "no quotes to verify" in outcome.err


def test_a_page_may_be_the_text(verify: Cli, tmp_path: Path) -> None:
    """Of a file in HTML the readable text counts, whatever its markup and menus say."""
    paragraphs = "".join(
        f"<p>Paragraph {number} of the story says one thing and then another.</p>" for number in range(9)
    )
    page = f"<html><body><nav>Menu</nav><article><h1>T</h1>{paragraphs}<p>Nobody had <b>been</b> asked.</p></article>"
    (tmp_path / "page.html").write_text(page)
    assert verify("verify", "lost2021", "--text", "page.html").out.startswith("exact\tlost2021\tq4")


def test_a_changed_quote_is_not_verified(verify: Cli, tmp_path: Path) -> None:
    """Whoever changes the words of a quote takes its finding away; whoever changes its note does not."""
    verify("verify")
    verify("edit", "q1", "--note", "seen")
    assert opened(tmp_path).quote("q1").verified["status"] == "exact"
    verify("edit", "q1", "--text", "We will not accept 2,000 troops")
    assert opened(tmp_path).quote("q1").verified == {}
