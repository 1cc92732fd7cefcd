"""Going through proposals: each key does what the help says, and only what was accepted is banked."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from quotebank import Bank, PartialDate
from quotebank.actions.digest_records import Proposals, Report
from quotebank.actions.digest_report import describe_report
from quotebank.actions.digesting import propose
from quotebank.cli.digest_review import Review
from quotebank.errors import BadInput
from quotebank.ingest.digest.records import CERTAIN, Digest
from tests.actions.digest_cast import item, made, read_lines
from tests.cli.conftest import TODAY, Cli, Terminal


class Writer:
    """Somebody at a terminal: answers what is on the list, keeps what was said; an empty answer takes the default."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.said: list[str] = []
        self.questions: list[str] = []

    def ask(
        self,
        question: str,
        words: Iterable[str] = (),
        *,
        default: str = "",
        check: Callable[[str], object] | None = None,
    ) -> str:
        """The next answer, refused if it does not pass the check."""
        del words
        self.questions.append(question)
        answer = self.answers.pop(0) or default
        if check and answer:
            check(answer)
        return answer

    def tell(self, text: str) -> None:
        """Keep what was said."""
        self.said.append(text)


@pytest.fixture
def empty(tmp_path: Path) -> Bank:
    """A bank with nothing in it."""
    return Bank.create(tmp_path / "empty", cache=tmp_path / "cache")


def reviewed(bank: Bank, *answers: str, day: date = TODAY) -> tuple[Review, Writer, bool]:
    """A review of three proposals, the last unsure, with what the writer answered."""
    digest = made(
        item("Zarya", ["Ada Petrova"], "2021-11-04", "First."),
        item("Luna", ["Bo Li"], "2021-11-05", "Second."),
        item("Terra", (), "2021-11-06", "Third.", confidence=20),
        beside=["Nobody says this."],
    )
    report: Report = describe_report(digest, {}, TODAY)

    def again(changed: Digest) -> Proposals:
        return propose(bank, changed, report)

    writer = Writer(*answers)
    review = Review(
        propose(bank, digest, report),
        again,
        CERTAIN,
        day,
        ask=writer.ask,
        tell=writer.tell,
        width=80,
    )
    return review, writer, review.run()


def outlets(review: Review) -> list[str]:
    """The outlets of what would be banked."""
    return [review.proposals.items[at].article.outlet for at in review.chosen]


def test_accepting_takes_what_is_sure(empty: Bank) -> None:
    """The key a banks what is above the line; what is nobody's was shown."""
    review, writer, accepted = reviewed(empty, "a")
    assert accepted
    assert outlets(review) == ["Zarya", "Luna"]
    assert any("Nobody says this." in line for line in writer.said)
    assert "a banks 2 of 3" in writer.questions[0]


def test_leaving_accepts_nothing(empty: Bank) -> None:
    """The key q leaves, also after decisions."""
    assert not reviewed(empty, "k 3", "q")[2]


def test_dropping_and_keeping(empty: Bank) -> None:
    """The key d drops and takes back, k keeps what is unsure."""
    assert outlets(reviewed(empty, "d 1", "k 3", "a")[0]) == ["Luna", "Terra"]
    assert outlets(reviewed(empty, "d 1", "d 1", "a")[0]) == ["Zarya", "Luna"]


def test_with_everything_dropped_there_is_nothing_to_accept(empty: Bank) -> None:
    """The key a does nothing when nothing is marked, and says so."""
    _, writer, accepted = reviewed(empty, "d 1", "d 2", "a", "q")
    assert not accepted
    assert any("nothing is marked" in line for line in writer.said)


@pytest.mark.parametrize("answer", ["d", "d 9", "e x", "k 0", "s ²", "s 99999999999", "d -1"])
def test_a_number_that_is_none_is_told(empty: Bank, answer: str) -> None:
    """A number that no proposal has changes nothing."""
    review, writer, _ = reviewed(empty, answer, "a")
    assert any("wants the number of a proposal" in line for line in writer.said)
    assert outlets(review) == ["Zarya", "Luna"]


@pytest.mark.parametrize("answer", ["?", "", "what"])
def test_anything_else_is_answered_with_help(empty: Bank, answer: str) -> None:
    """Unknown words show what there is."""
    _, writer, _ = reviewed(empty, answer, "q")
    assert any("leave without writing" in line for line in writer.said)


def test_editing_one(empty: Bank) -> None:
    """The key e changes outlet, authors, date and issue; what is edited is kept, its date as typed is not inferred."""
    review, _, _ = reviewed(empty, "e 3", "Terra Nova", "Cy Wu; Di Xu", "7 Nov 2021", "No. 3", "a")
    edited = review.proposals.items[2]
    assert review.chosen == [0, 1, 2]
    assert edited.article.outlet == "Terra Nova"
    assert [name.display for name in edited.article.authors] == ["Cy Wu", "Di Xu"]
    assert edited.article.date == PartialDate("2021-11-07")
    assert edited.article.issue == "3"
    assert edited.source.outlet_printed == ""
    assert "edited by the writer" in edited.source.evidence


def test_editing_nothing_changes_nothing(empty: Bank) -> None:
    """With every default taken the proposal says what it said, its inferred year inferred."""
    before = reviewed(empty, "a")[0].proposals.items[0]
    after = reviewed(empty, "e 1", "", "", "", "", "a")[0].proposals.items[0]
    assert after.draft == before.draft


def test_years_are_counted_from_the_report(empty: Bank) -> None:
    """A date typed without its year is of the digest's time, not of today."""
    review, _, _ = reviewed(empty, "e 1", "", "", "1 December", "", "a", day=date(2026, 5, 1))
    assert review.proposals.items[0].article.date == PartialDate("2020-12-01", ("year",))


def test_a_date_that_is_none_is_refused(empty: Bank) -> None:
    """An issue's number is no date: the prompt is given the check that says so."""
    with pytest.raises(BadInput):
        reviewed(empty, "e 1", "", "", "No. 10")


def test_showing_one(empty: Bank) -> None:
    """The key s shows evidence and passages."""
    _, writer, _ = reviewed(empty, "s 2", "t", "q")
    assert any("frame: none" in line for line in writer.said)
    assert any("Second." in line for line in writer.said)


def test_walking_through(empty: Bank) -> None:
    """The key y keeps, n drops, s shows and asks again; after the walk the table comes back."""
    review, writer, accepted = reviewed(empty, "w", "n", "s", "y", "y", "a")
    assert accepted
    assert outlets(review) == ["Luna", "Terra"]
    assert any("Second." in line for line in writer.said)


def test_stopping_a_walk_keeps_the_decisions(empty: Bank) -> None:
    """The key q in a walk stops it; what was decided stays decided, and nothing is banked by it."""
    review, _, accepted = reviewed(empty, "w", "n", "q", "a")
    assert accepted
    assert outlets(review) == ["Luna"]


def test_merging_into_the_one_before(empty: Bank) -> None:
    """The key m gives the passages to the one before and takes the proposal away; numbers stay as they were."""
    review, _, _ = reviewed(empty, "w", "y", "m", "y", "d 3", "a")
    (only,) = [review.proposals.items[at] for at in review.chosen]
    assert [passage.text for passage in only.source.passages] == ["First.", "Second."]
    assert len(review.proposals.items) == 2


def test_merging_passes_over_what_was_dropped(empty: Bank) -> None:
    """What was dropped takes nothing over; the first has none before it."""
    review, writer, _ = reviewed(empty, "d 2", "w", "m", "y", "m", "a")
    assert any("none before" in line for line in writer.said)
    (only,) = [review.proposals.items[at] for at in review.chosen]
    assert [passage.text for passage in only.source.passages] == ["First.", "Third."]


def test_editing_in_a_walk(empty: Bank) -> None:
    """The key e in a walk edits and keeps; what is now in one outlet under one name stays apart."""
    review, _, _ = reviewed(empty, "w", "e", "Luna", "Eva Braun", "", "", "e", "Luna", "Eva Braun", "", "", "q", "a")
    assert outlets(review) == ["Luna", "Luna"]
    keys = [each.article.key for each in review.proposals.items[:2]]
    assert keys == ["braun2021", "braun2021a"]


def run_with(
    sample: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writer: Writer, *words: str
) -> tuple[int, str, str]:
    """The command on a terminal with somebody at it."""
    from quotebank.cli.main import main
    from quotebank.cli.session import Session
    from tests.cli.conftest import environment

    del sample
    monkeypatch.setattr("quotebank.cli.digesting.read", read_lines)
    monkeypatch.setattr("quotebank.cli.prompts.ask", writer.ask)
    (tmp_path / "review.txt").write_text("Zarya|Ada Petrova|2021-11-04||90|It is cold.\n")
    out, err = Terminal(), Terminal()
    session = Session(Terminal(), out, err, environment(tmp_path), tmp_path, lambda: TODAY)
    return main(["digest", "review.txt", *words], session), out.getvalue(), err.getvalue()


def test_the_command_asks_what_it_does_not_know(
    sample: Cli, tmp_path: Path, bank_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Title, outlet and date of the digest are asked for, then the proposals are gone through and banked."""
    monkeypatch.setattr("quotebank.cli.digest_questions.ask", (writer := Writer("Evening", "", "30 Nov 2021", "a")).ask)
    code, out, err = run_with(sample, tmp_path, monkeypatch, writer)
    assert (code, out) == (0, "petrova2021\n")
    assert "Zarya, Petrova, 2021-11-04" in err
    report = next(each for each in Bank(bank_file, cache=tmp_path / "c").iter_articles() if each.title == "Evening")
    assert report.date == PartialDate("2021-11-30")


def test_the_command_leaves_without_writing(
    sample: Cli, tmp_path: Path, bank_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key q ends with 1 and the bank as it was; what was said by flags is not asked for."""
    before = bank_file.read_bytes() if bank_file.exists() else b""
    writer = Writer("q")
    code, out, err = run_with(
        sample, tmp_path, monkeypatch, writer, "--title", "T", "--outlet", "O", "--date", "2021-11-30"
    )
    assert (code, out) == (1, "")
    assert "nothing banked" in err
    assert bank_file.read_bytes() == before
