"""Verifying: which text each quote is held against, what is found, and what of it the bank keeps."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quotebank import Bank
from quotebank.actions.verifying import LONGEST_FOUND, WRONG, Verified, verify
from quotebank.errors import Damaged, MissingFile, NotFound
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote, Via

NOW, LATER = "2021-12-01T08:00:00Z", "2021-12-02T08:00:00Z"
NEWS = "The envoy said: “We will not accept 1,000 troops on our border.” The treasury will check the figures by hand."
REPORT = "In Szohod the paper Zar wrote that nobody had been asked about the treaty at all."
TEXTS = {"news2021": NEWS, "report2021": REPORT}

Snapshot = Callable[[Article], str | None]


def saved(article: Article) -> str | None:
    """The texts of two of the articles."""
    return TEXTS.get(article.key)


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    """Two articles with a text, one read in another, one with none; quotes of every kind and outcome."""
    bank = Bank.create(tmp_path / "bank.jsonl", cache=tmp_path / "cache", clock=lambda: "2021-11-30T09:00:00Z")
    for key in ("news2021", "report2021", "zar2021", "lost2021"):
        bank.add(Article(key=key, title=key, language="en"))
    for record, article, kind, text in (
        ("q1", "news2021", "direct", "We will not accept 1,000 troops on our border."),
        ("q2", "news2021", "direct", "we will not accept 1 000 troops"),
        ("q3", "news2021", "direct", "We will accept 1,000 troops on our border"),
        ("q4", "news2021", "direct", "The moon is made of cheese"),
        ("q5", "news2021", "paraphrase", "They say that the treasury will check the figures by hand."),
        ("q6", "news2021", "summary", "No troops are wanted."),
        ("q7", "news2021", "comment", "The treasury will check the figures by hand: really?"),
        ("q9", "lost2021", "direct", "Nobody had been asked"),
    ):
        bank.add_quote(Quote(id=record, article=article, kind=kind, text=text))
    bank.add_quote(
        Quote(id="q8", article="zar2021", kind="direct", text="nobody had been asked", via=Via("report2021"))
    )
    return bank


def statuses(result: Verified) -> dict[str, str]:
    """Quote ids with what was found."""
    return {each.quote.id: each.status for each in result.checked}


def test_every_quote_is_held_against_its_source(bank: Bank) -> None:
    """Direct quotes are compared, paraphrases looked at for closeness, comments left alone."""
    result = verify(bank, snapshot=saved, now=NOW)
    assert statuses(result) == {
        "q1": "exact", "q2": "typography", "q3": "altered", "q4": "absent", "q5": "too-close", "q6": "free",
        "q8": "exact", "q9": "no-snapshot",
    }  # fmt: skip
    assert result.wrong == 3
    assert [each.quote.id for each in result.checked if each.wrong] == ["q3", "q4", "q5"]
    assert dict(result.counts) == {
        "exact": 2, "typography": 1, "altered": 1, "absent": 1, "free": 1, "too-close": 1, "no-snapshot": 1,
    }  # fmt: skip


def test_findings_are_stored_with_their_time(bank: Bank) -> None:
    """What was found is with the quote, the source's words too where they differ; without a text nothing is said."""
    assert verify(bank, snapshot=saved, now=NOW).stored == 7
    assert bank.quote("q1").verified == {"status": "exact", "at": NOW}
    assert bank.quote("q3").verified == {
        "status": "altered", "found": "We will not accept 1,000 troops on our border", "at": NOW,
    }  # fmt: skip
    assert bank.quote("q4").verified == {"status": "absent", "at": NOW}
    assert bank.quote("q5").verified["found"] == "The treasury will check the figures by hand"
    assert bank.quote("q7").verified == {}
    assert bank.quote("q9").verified == {}


def test_verifying_changes_nothing_else(bank: Bank) -> None:
    """Text, unknown fields and the time of the writer's last change stay as they were."""
    with bank.transaction("edit") as change:
        change.put("quotes", "q1", {**bank.quote("q1").to_json(), "mood": "grim"})
    before = bank.quote("q1").to_json()
    verify(bank, snapshot=saved, now=NOW)
    after = bank.quote("q1").to_json()
    assert after.pop("verified") == {"status": "exact", "at": NOW}
    assert after == before
    assert after["mood"] == "grim"


def test_only_what_changed_is_written(bank: Bank) -> None:
    """A second run writes nothing; a changed source changes what it concerns, in one transaction."""
    verify(bank, snapshot=saved, now=NOW)
    size = bank.path.stat().st_size
    assert verify(bank, snapshot=saved, now=LATER).stored == 0
    assert bank.path.stat().st_size == size
    lines = bank.path.read_bytes().count(b"\n")
    result = verify(bank, snapshot=lambda article: (saved(article) or "").replace("1,000", "2,000") or None, now=LATER)
    assert result.stored == 3
    assert bank.quote("q1").verified["at"] == LATER
    assert bank.quote("q4").verified["at"] == NOW
    assert bank.path.read_bytes().count(b"\n") == lines + 3


def test_a_finding_outlives_its_text(bank: Bank) -> None:
    """What was found once stays with the quote when the saved text is there no more."""
    verify(bank, snapshot=saved, now=NOW)
    result = verify(bank, snapshot=lambda _: None, now=LATER)
    assert result.stored == result.wrong == 0
    assert bank.quote("q3").verified["status"] == "altered"


def test_a_dry_run_writes_nothing(bank: Bank) -> None:
    """It finds the same and counts what it would store."""
    size = bank.path.stat().st_size
    assert verify(bank, snapshot=saved, now=NOW, dry_run=True).stored == 7
    assert bank.path.stat().st_size == size
    assert bank.quote("q1").verified == {}


def test_articles_and_quotes_can_be_named(bank: Bank) -> None:
    """A key means the article's quotes and those read in it, an id one quote; each is looked at once."""
    assert statuses(verify(bank, ["report2021"], snapshot=saved, now=NOW)) == {"q8": "exact"}
    assert statuses(verify(bank, ["ZAR2021", "q8", "q1"], snapshot=saved, now=NOW)) == {"q8": "exact", "q1": "exact"}
    with pytest.raises(NotFound, match=r"news2022.*did you mean news2021"):
        verify(bank, ["news2022"], snapshot=saved, now=NOW)
    assert bank.quote("q3").verified == {}


def test_old_keys_lead_to_the_source(bank: Bank) -> None:
    """An article that was given another key is verified under either."""
    with bank.transaction("rekey") as change:
        change.replace_article("news2021", Article(key="envoy2021", title="news", language="en"))
    found = verify(bank, ["news2021"], snapshot=lambda article: NEWS if article.key == "envoy2021" else None, now=NOW)
    assert statuses(found)["q1"] == "exact"


@pytest.mark.parametrize(("problem", "status"), [(MissingFile, "snapshot-missing"), (Damaged, "snapshot-changed")])
def test_a_lost_or_changed_text_is_told(bank: Bank, problem: type[Exception], status: str) -> None:
    """A text that is gone or is not what was saved is a finding of its own, wrong and never stored."""

    def snapshot(article: Article) -> str | None:
        if article.key == "news2021":
            raise problem("x")
        return saved(article)

    result = verify(bank, snapshot=snapshot, now=NOW)
    assert statuses(result)["q1"] == status
    assert statuses(result)["q8"] == "exact"
    assert status in WRONG
    assert bank.quote("q1").verified == {}


def test_each_text_is_read_once(bank: Bank) -> None:
    """However many quotes a source has, its text is asked for once."""
    asked: list[str] = []

    def snapshot(article: Article) -> str | None:
        asked.append(article.key)
        return saved(article)

    verify(bank, snapshot=snapshot, now=NOW)
    assert sorted(asked) == ["lost2021", "news2021", "report2021"]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("", "Мы не примем тысячу солдат", "translation"),
        ("fr", "Nous refusons toute troupe", "translation"),
        ("en", "We refuse any troops whatever", "absent"),
        ("", "We refuse any troops whatever", "absent"),
        ("fr", "We will not accept 1,000 troops", "exact"),
    ],
)
def test_a_translation_is_not_called_absent(bank: Bank, language: str, text: str, status: str) -> None:
    """A quote in another script or language than its source cannot be found there, and nothing is held against it."""
    bank.add_quote(Quote(id="qx", article="news2021", kind="direct", text=text, language=language))
    result = verify(bank, ["qx"], snapshot=saved, now=NOW)
    assert statuses(result) == {"qx": status}
    assert bool(bank.quote("qx").verified) == (status != "translation")


def test_a_quote_changed_meanwhile_is_left_alone(bank: Bank) -> None:
    """What was found for words that are not the quote's any more is not stored."""

    def snapshot(article: Article) -> str | None:
        if article.key == "news2021":
            with bank.transaction("edit") as change:
                change.replace_quote(Quote(id="q1", article="news2021", kind="direct", text="Another text"))
                change.remove("quotes", "q2")
        return saved(article)

    result = verify(bank, ["news2021"], snapshot=snapshot, now=NOW)
    assert statuses(result)["q1"] == "exact"
    assert result.stored == 4
    assert bank.quote("q1").verified == {}


def test_a_long_passage_is_kept_short(bank: Bank) -> None:
    """Of the source's words only a few lines are kept in the bank."""
    text = " ".join(f"word{n}" for n in range(200))
    bank.add_quote(Quote(id="qx", article="lost2021", kind="direct", text=text.replace("word50 ", "")))
    result = verify(bank, ["qx"], snapshot=lambda _: text, now=NOW)
    assert result.checked[0].found == text
    assert len(str(bank.quote("qx").verified["found"])) == LONGEST_FOUND


def test_long_runs_tell_how_far_they_are(bank: Bank) -> None:
    """Progress is told of many quotes, at the end that all are done, and not for a few."""
    told: list[tuple[int, int]] = []
    verify(bank, snapshot=saved, now=NOW, progress=lambda done, total: told.append((done, total)))
    assert told == []
    with bank.transaction("quote") as change:
        for number in range(600):
            change.add_quote(Quote(article="news2021", kind="direct", text=f"nothing {number}"))
    verify(bank, snapshot=saved, now=NOW, dry_run=True, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (608, 608)
    assert len(told) > 1


def test_an_empty_bank_is_in_order(empty: Bank) -> None:
    """Nothing to verify is nothing wrong."""
    assert verify(empty, snapshot=saved, now=NOW) == Verified([], 0)


def test_the_order_stays(bank: Bank) -> None:
    """Quotes come by article and age, whatever was stored with them since."""
    first = [each.quote.id for each in verify(bank, snapshot=saved, now=NOW).checked]
    assert [each.quote.id for each in verify(bank, snapshot=saved, now=LATER).checked] == first
    assert first == ["q9", "q1", "q2", "q3", "q4", "q5", "q6", "q8"]
