"""A digest's sources become records of the bank, none of them twice and no two of them one."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank import Article, Bank, Name, PartialDate, Quote
from quotebank.actions.digest_banking import bank_them
from quotebank.actions.digest_records import Banked, Report, text_mark
from quotebank.actions.digest_report import beforehand, describe_report
from quotebank.actions.digesting import propose
from quotebank.actions.outlets import OUTLETS
from quotebank.bank.history import deeds, undo
from quotebank.errors import BadInput, NotFound
from quotebank.ingest.digest.records import Digest, Source
from quotebank.model.quotes import Locator, Via
from tests.actions.conftest import TODAY
from tests.actions.digest_cast import item, made


def report_of(digest: Digest, **typed: str) -> Report:
    """The record of a digest as the command line would describe it."""
    said = {"title": None, "outlet": None, "date": None, "url": None, **typed}
    return describe_report(digest, said, TODAY, mark=text_mark(digest.text), name="digest")


def banked(bank: Bank, digest: Digest, chosen: Sequence[int] | None = None, **typed: str) -> Banked:
    """The digest proposed and banked, all of it unless some are chosen."""
    proposals = propose(bank, digest, report_of(digest, **typed))
    return bank_them(bank, proposals, range(len(digest.sources)) if chosen is None else chosen)


def keys(bank: Bank, *sources: Source) -> list[str]:
    """The keys of the records that the sources of a new digest are recognised as, ``""`` for none."""
    digest = made(*sources, title="Another review", date="2021-12-01")
    return [each.known.key if each.known else "" for each in propose(bank, digest, report_of(digest)).items]


# What a record holds ------------------------------------------------------------------------------------------------


def test_a_source_becomes_a_record_and_its_passages_quotes(empty: Bank) -> None:
    """Who, where, when and issue go into the record; each passage is a quote via the report, with its place."""
    digest = made(item("Zarya", ["Ada Petrova"], "2021-11-04", "She warns.", "She doubts.", issue="No. 10"))
    done = banked(empty, digest, url="https://example.org/review/1")
    (key,) = done.added
    article = empty.article(key)
    assert key == "petrova2021"
    assert (article.outlet, article.issue, article.type) == ("Zarya", "10", "article-newspaper")
    assert article.date == PartialDate("2021-11-04", ("year",))
    assert article.authors == (Name(family="Petrova", given="Ada"),)
    assert article.provenance == {
        "outlet": "anon2021morning", "issue": "anon2021morning", "authors": "anon2021morning",
        "date": "anon2021morning: 2021-11-04",
    }  # fmt: skip
    first, second = empty.quotes_of(article)
    assert first.via is not None
    assert first.via.article == done.report.article.key
    assert first.via.locator == Locator("paragraph", "1")
    assert digest.text[slice(*first.via.extra["position"].values())] == first.text == "She warns."  # type: ignore[attr-defined]
    assert second.via is not None
    assert second.via.locator == Locator("paragraph", "2")
    assert (first.language, first.kind) == ("en", "summary")
    report = empty.article(done.report.article.key)
    assert (report.type, report.title, report.url) == ("report", "Morning review", "https://example.org/review/1")


def test_one_claim_is_a_paraphrase(empty: Bank) -> None:
    """A passage that is a part of its paragraph is a paraphrase, whole paragraphs a summary."""
    banked(empty, made(item("Zarya", (), "2021-11-04", "A claim."), whole=False))
    assert [quote.kind for quote in empty.iter_quotes()] == ["paraphrase"]


def test_all_is_one_transaction_and_can_be_undone(empty: Bank) -> None:
    """A digest with its report, records, quotes and outlets is one deed, and undo leaves nothing of it."""
    banked(empty, made(item("Zarya", (), "2021-11-04", printed="Заря"), item("Luna", ["Bo Li"], "2021-11-05")))
    assert [deed.did for deed in deeds(empty)] == ["digest"]
    assert empty.counts() == (3, 2)
    undo(empty)
    assert empty.counts() == (0, 0)
    assert not empty.few(OUTLETS)


def test_a_rehearsal_writes_nothing(empty: Bank) -> None:
    """A dry run tells the keys and leaves the file as it was."""
    before = empty.path.read_bytes()
    digest = made(item("Zarya", ["Ada Petrova"], "2021-11-04"))
    done = bank_them(empty, propose(empty, digest, report_of(digest)), [0], dry_run=True)
    assert done.added == ["petrova2021"]
    assert empty.path.read_bytes() == before


def test_nothing_chosen_banks_nothing(empty: Bank) -> None:
    """Without a chosen source the report is not banked either."""
    before = empty.path.read_bytes()
    assert banked(empty, made(item("Zarya", (), "2021-11-04")), ()).added == ()
    assert empty.path.read_bytes() == before


def test_tags_are_put_on_what_is_new(empty: Bank) -> None:
    """Tags go to the report, the new records and the quotes."""
    digest = made(item("Zarya", (), "2021-11-04"))
    bank_them(empty, propose(empty, digest, report_of(digest)), [0], tags=["press"])
    assert {article.tags for article in empty.iter_articles()} == {("press",)}
    assert {quote.tags for quote in empty.iter_quotes()} == {("press",)}


def test_the_type_follows_the_outlet(empty: Bank) -> None:
    """A record has the type that its outlet's articles have in the bank, else what the outlet is known for."""
    empty.add(Article(title="Old", outlet="Lunar Club", type="webpage"))
    digest = made(item("Lunar Club", (), "2021-11-04"), item("Foreign Affairs", ["Bo Li"], "2021-11-05"), item("Zarya"))
    types = [each.article.type for each in propose(empty, digest, report_of(digest)).items]
    assert types[0] == "webpage"
    assert types[1] in ("article-magazine", "article-journal")
    assert types[2] == "article-newspaper"


# Keys ---------------------------------------------------------------------------------------------------------------


def test_two_items_of_one_author_in_one_outlet_stay_two(empty: Bank) -> None:
    """Two days or two issues are two records, told apart by the letter of their keys."""
    done = banked(
        empty,
        made(
            item("Zarya", ["Ada Petrova"], "2021-11-04"),
            item("Zarya", ["Ada Petrova"], "2021-11-05"),
            item("Zarya", ["Ada Petrova"], "2021", issue="No. 3"),
        ),
    )
    assert done.added == ["petrova2021", "petrova2021a", "petrova2021b"]


def test_proposed_keys_are_the_stored_ones(bank: Bank) -> None:
    """What is proposed is what is stored, also where the bank has the key already."""
    digest = made(item("Zarya", ["Ada Lankov"], "2021-11-04"), item("Luna", ["Bo Lankov"], "2021-11-05"))
    proposals = propose(bank, digest, report_of(digest))
    told = [each.article.key for each in proposals.items]
    assert told == ["lankov2021b", "lankov2021c"]
    assert list(bank_them(bank, proposals, [0, 1]).added) == told


def test_dropped_proposals_keep_no_key(empty: Bank) -> None:
    """Of two that would share a key only one is banked: it gets the plain one."""
    digest = made(item("Zarya", ["Ada Petrova"], "2021-11-04"), item("Zarya", ["Ada Petrova"], "2021-11-05"))
    assert banked(empty, digest, [1]).added == ["petrova2021"]


# Outlets ------------------------------------------------------------------------------------------------------------


def test_the_bank_names_the_outlet(bank: Bank) -> None:
    """An outlet goes by the bank's name for it, however the digest spells it."""
    digest = made(
        item("Vzgliad", ["Bo Li"], "2021-11-04"), item("Mezhdunarodnaia gazeta", ["Bo Li"], "2021-11-05"),
        item("Профиль", ["Bo Li"], "2021-11-06"),
        item("Elsewhere", ["Bo Li"], "2021-11-07", printed="Valdai Discussion Club"),
    )  # fmt: skip
    outlets = [each.article.outlet for each in propose(bank, digest, report_of(digest)).items]
    assert outlets == ["Vzglyad", "Mezhdunarodnaya Gazeta", "Profil", "Valdai Club"]


def test_spellings_within_the_bank_are_one_outlet(empty: Bank) -> None:
    """Articles that the bank keeps under another spelling of the outlet are found for it."""
    with empty.transaction("outlets") as change:
        change.put(OUTLETS, change.free_id(OUTLETS), {"name": "Zarya", "variants": []})
    empty.add(Article(key="old1", outlet="Zaria", date=PartialDate("2021-11-04")))
    assert keys(empty, item("Заря", (), "2021-11-04")) == ["old1"]


def test_two_spellings_become_one_outlet_with_an_alias(empty: Bank) -> None:
    """The spelling that came first names the outlet, the others are its variants; so is what was printed."""
    banked(
        empty,
        made(
            item("Zarya", ["Ada Petrova"], "2021-11-04", printed="Zaria"),
            item("Zaria", ["Bo Li"], "2021-11-05"),
            item("Заря", ["Cy Wu"], "2021-11-06"),
        ),
    )
    assert {article.outlet for article in empty.iter_articles()} == {"", "Zarya"}
    (line,) = empty.few(OUTLETS)
    assert line.doc == {"name": "Zarya", "variants": ["Zaria"]}


@pytest.mark.parametrize("printed", ["the Zarya", "ZARYA", "Zarya", "", "Evening"])
def test_no_alias_that_says_nothing_or_too_much(empty: Bank, printed: str) -> None:
    """Capitals, the article and short forms, which may mean another outlet elsewhere, become no variants."""
    name = "Evening Courier" if printed == "Evening" else "Zarya"
    banked(empty, made(item(name, ["Ada Petrova"], "2021-11-04", printed=printed)))
    assert not empty.few(OUTLETS)


def test_another_outlets_name_is_no_alias(bank: Bank) -> None:
    """What the bank knows as one outlet does not become a spelling of another."""
    before = [line.doc for line in bank.few(OUTLETS)]
    banked(bank, made(item("Zavtra", ["Bo Li"], "2021-11-04", printed="Mezhdunarodnaya Gazeta")))
    assert [line.doc for line in bank.few(OUTLETS)] == before


# Authors ------------------------------------------------------------------------------------------------------------


def test_a_bare_family_name_is_completed(bank: Bank) -> None:
    """The only author of that name in that outlet is meant, and the record says that this was inferred."""
    digest = made(item("Valdai Club", ["Lankov"], "2021-12-01"), item("Zarya", ["Lankov"], "2021-12-02"))
    known, elsewhere = propose(bank, digest, report_of(digest)).items
    assert known.article.authors[0].display == "Andrei Lankov"
    assert known.source.authors == ("Andrei Lankov",)
    assert "inferred" in str(known.article.provenance["authors"])
    assert known.notes
    assert elsewhere.article.authors == (Name(family="Lankov"),)


def test_a_family_name_is_completed_from_the_digest(empty: Bank) -> None:
    """An author named in full elsewhere in the digest for that outlet is meant by the family name alone."""
    digest = made(item("Zarya", ["Petrova"], "2021-11-04"), item("Zarya", ["Ada Petrova"], "2021-11-05"))
    first, _ = propose(empty, digest, report_of(digest)).items
    assert first.article.authors[0].display == "Ada Petrova"


def test_two_of_a_name_complete_nothing(empty: Bank) -> None:
    """Where two authors of an outlet share a family name, the name alone stays alone."""
    empty.add(Article(outlet="Zarya", authors=(Name(family="Petrova", given="Eva"),)))
    digest = made(item("Zarya", ["Petrova"], "2021-11-04"), item("Zarya", ["Ada Petrova"], "2021-11-05"))
    first, _ = propose(empty, digest, report_of(digest)).items
    assert first.article.authors == (Name(family="Petrova"),)


# What is in the bank ------------------------------------------------------------------------------------------------


def test_a_known_item_gets_the_passage_and_no_twin(bank: Bank) -> None:
    """Outlet, author and day in the bank: the passage is attached there, and only once."""
    count = bank.counts().articles
    digest = made(item("Vzgliad", ["Gevorg Mirzaian"], "2021-09-29", "A new summary of it."))
    done = banked(bank, digest)
    assert (list(done.added), list(done.extended)) == ([], ["mirzaian2021"])
    assert bank.counts().articles == count + 1
    assert [quote.text for quote in bank.quotes_of(bank.article("mirzaian2021"))][-1] == "A new summary of it."


@pytest.mark.parametrize(
    ("source", "key"),
    [
        (item("Vzglyad", ["G. Mirzaian"], "2021-09-29"), "mirzaian2021"),
        (item("Взгляд", ["Геворг Мирзаян"], "2021-09-29"), "mirzaian2021"),
        (item("Vzglyad", ["Mirzaian"], "2021-09-29"), "mirzaian2021"),
        (item("Vzglyad", ["Boris Mirzaian"], "2021-09-29"), ""),
        (item("Vzglyad", ["Gevorg Mirzaian"], "2021-09-30"), ""),
        (item("Vzglyad", ["Gevorg Mirzaian"], "2021-09"), ""),
        (item("Vzglyad", ["Gevorg Mirzaian"]), ""),
        (item("Vzglyad", (), "2021-09-29"), ""),
        (item("Zavtra", ["Gevorg Mirzaian"], "2021-09-29"), ""),
        (item("", ["Gevorg Mirzaian"], "2021-09-29"), ""),
        (item("Vzglyad", ["Gevorg Mirzaian", "Ada Petrova"], "2021-09-29"), ""),
        (item("Valdai Club", ["Andrei Lankov"], "2021-11-11"), "lankov2021a"),
        (item("Zavtra", (), "2021-11-04"), "zavtra2021"),
        (item("Zavtra", ["Alexander Prokhanov"]), ""),
        (item("Zavtra"), ""),
        (
            item("Mezhdunarodnaya Gazeta", ["K. Barskii", "S. Mikhnevich", "S. Krasilnikov"], "2021", issue="No. 10"),
            "barskii2021",
        ),
        (item("Mezhdunarodnaya Gazeta", ["K. Barskii", "S. Mikhnevich", "S. Krasilnikov"], "2021", issue="11"), ""),
        (item("Mezhdunarodnaya Gazeta", ["K. Barskii", "S. Mikhnevich", "S. Krasilnikov"], "2020", issue="10"), ""),
        (item("Mezhdunarodnaya Gazeta", ["K. Barskii", "S. Mikhnevich", "S. Krasilnikov"], issue="10"), ""),
    ],
    ids=lambda value: (
        value if isinstance(value, str) else f"{value.outlet} {'+'.join(value.authors)} {value.date_printed}"
    ),
)
def test_what_is_the_same_item(bank: Bank, source: Source, key: str) -> None:
    """Outlet, authors and day (or issue of a year) all agree, however romanised: the same; anything less: another."""
    assert keys(bank, source) == [key]


def test_in_the_same_report_less_will_do(bank: Bank) -> None:
    """A signed item without a date is recognised only in the report in which the bank's was read."""
    digest = made(
        item("Zavtra", ["Alexander Prokhanov"]), item("Zavtra"),
        title="Country Report: Russia (November 2021)", date="2021-11",
    )  # fmt: skip
    signed, unsigned = propose(bank, digest, report_of(digest)).items
    assert signed.article.key == "prokhanovnd"
    assert unsigned.known is None


def test_the_address_decides(empty: Bank) -> None:
    """The same address is the same item, whatever campaigns add to it; another address is another item."""
    old = Article(
        key="old1", outlet="Zarya", authors=(Name(family="Petrova", given="Ada"),),
        date=PartialDate("2021-11-04"), url="https://www.zarya.example/a/1?utm_source=x#top",
    )  # fmt: skip
    empty.add(old)
    empty.add(Article(key="site1", outlet="Luna", url="https://luna.example/"))
    assert keys(
        empty,
        item("", (), "", "No more than that.", url="http://zarya.example/a/1/"),
        item("Zarya", ["Ada Petrova"], "2021-11-04", url="https://zarya.example/a/2"),
        item("Luna", ["Bo Li"], "2021-11-04", url="https://luna.example"),
        item("Zarya", ["Eva Braun"], "2021-11-04", url="https://zarya.example/a/1"),
    ) == ["old1", "", "", ""]


def test_two_items_are_not_both_one_record(empty: Bank) -> None:
    """Of two items that could be the bank's one, the second is new."""
    empty.add(Article(key="old1", outlet="Zarya", date=PartialDate("2021-11-04")))
    assert keys(empty, item("Zarya", (), "2021-11-04", "One."), item("Zarya", (), "2021-11-04", "Two.")) == ["old1", ""]


def test_no_choosing_between_two_records(empty: Bank) -> None:
    """Where two records could be the item it is proposed as another, and the writer is told."""
    for key in ("old1", "old2"):
        empty.add(Article(key=key, outlet="Zarya", date=PartialDate("2021-11-04")))
    digest = made(item("Zarya", (), "2021-11-04"))
    (proposal,) = propose(empty, digest, report_of(digest)).items
    assert proposal.known is None
    assert "old1, old2" in proposal.notes[0]


# Twice --------------------------------------------------------------------------------------------------------------


def test_a_shared_sentence_belongs_to_both(empty: Bank) -> None:
    """Two sources of one sentence stay two, also when one was banked before the other, and a third time nothing."""
    digest = made(item("Zarya", (), "2021-11-04", "Both say so."), item("Luna", (), "2021-11-04", "Both say so."))
    assert len(banked(empty, digest, [0]).added) == 1
    second = banked(empty, digest)
    assert (len(second.added), len(second.extended)) == (1, 0)
    third = banked(empty, digest)
    assert (len(third.added), len(third.quotes)) == (0, 0)


def test_what_the_writer_changed_is_recognised(empty: Bank) -> None:
    """A record whose outlet and date were corrected after banking is still that item of the digest."""
    digest = made(item("Zaraya", (), "2021-11-04", "So it says."), item("Luna"))
    key = banked(empty, digest).added[0]
    with empty.transaction("edit") as change:
        change.replace_article(key, Article(key=key, outlet="Zarya Daily", date=PartialDate("2021-11-03")))
    again = banked(empty, digest)
    assert (len(again.added), len(again.quotes)) == (0, 0)


def test_the_text_tells_the_report(empty: Bank) -> None:
    """The same text is the same report without title and date; two texts named alike are two."""
    digest = made(item("Zarya"), title="", date="")
    first = banked(empty, digest)
    assert first.report.article.title == "digest"
    again = banked(empty, digest).report
    assert (again.article, again.known) == (first.report.article, True)
    other = made(item("Luna"), title="", date="")
    assert banked(empty, other).report.article.key != first.report.article.key


def test_a_report_in_the_bank_is_used(bank: Bank) -> None:
    """Title and date, or the address, or its key lead to the report's record, and the text to it from then on."""
    digest = made(item("Luna"), title="Country report: Russia, November 2021", date="2021-11")
    known = banked(bank, digest).report.article
    assert known.key == "countryreport2021russia"
    mark = text_mark(digest.text)
    typed: dict[str, str | None] = {}
    before = beforehand(bank, mark, typed, TODAY)
    assert before.known == known
    assert (before.title, before.date) == (known.title, known.date)
    assert ("Vzglyad", "Vzgliad", "Взгляд") in [tuple(group) for group in before.outlets]
    assert ("Mezhdunarodnaya Gazeta",) in [tuple(group) for group in before.outlets]
    named = beforehand(bank, "", typed, TODAY, key="countryreport2021russia")
    assert named.known == known
    other = made(item("Terra"), title="Another", date="2020")
    assert banked(bank, other, url="https://example.org/r/1").report.article.key == "anon2020another"
    third = made(item("Sol"), title="A third", date="2020")
    assert banked(bank, third, url="http://example.org/r/1/").report.article.key == "anon2020another"


def test_what_cannot_be_is_said(bank: Bank) -> None:
    """A report that is not there and a date that is none are errors before anything is read."""
    with pytest.raises(NotFound):
        beforehand(bank, "", {}, TODAY, key="nobody")
    with pytest.raises(BadInput):
        beforehand(bank, "", {"date": "No. 10"}, TODAY)


def test_two_digests_at_once_give_no_twins(empty: Bank) -> None:
    """What another process banked after the proposals were made is recognised when they are banked."""
    digest = made(item("Zarya", ["Ada Petrova"], "2021-11-04"), item("Luna", (), "2021-11-05"))
    early = propose(empty, digest, report_of(digest))
    with Bank(empty.path) as other:
        banked(other, digest)
    late = bank_them(empty, early, [0, 1])
    assert (list(late.added), list(late.quotes), late.report.known) == ([], [], True)
    assert empty.counts() == (3, 2)


def test_a_key_taken_meanwhile_is_not_given_again(empty: Bank) -> None:
    """The key that was proposed may be gone by the time of banking: another is made."""
    digest = made(item("Zarya", ["Ada Petrova"], "2021-11-04"))
    early = propose(empty, digest, report_of(digest))
    empty.add(Article(key="petrova2021", title="Quicker"))
    assert bank_them(empty, early, [0]).added == ["petrova2021a"]


def test_quotes_of_other_reports_do_not_count(empty: Bank) -> None:
    """The same words read in another report are another quote."""
    digest = made(item("Zarya", ["Ada Petrova"], "2021-11-04", "The very words."))
    empty.add(Article(key="elsewhere1", title="Elsewhere"))
    key = empty.add(
        Article(outlet="Zarya", authors=(Name(family="Petrova", given="Ada"),), date=PartialDate("2021-11-04"))
    ).key
    empty.add_quote(Quote(article=key, text="The very words.", via=Via("elsewhere1")))
    assert len(banked(empty, digest).quotes) == 1


sources = st.builds(
    item,
    st.sampled_from(["Zarya", "Zaria", "Luna", "The Luna", "Терра", ""]),
    st.lists(st.sampled_from(["Ada Petrova", "A. Petrova", "Petrova", "Bo Li", "{Desk}"]), max_size=2),
    st.sampled_from(["", "2021", "2021-11", "2021-11-04", "2021-11-05"]),
    st.text(min_size=1, max_size=8),
    st.sampled_from(["One.", "Two."]),
    issue=st.sampled_from(["", "", "No. 3"]),
    url=st.sampled_from(["", "", "https://zarya.example/a/1"]),
)


@settings(max_examples=60)
@given(st.lists(sources, min_size=1, max_size=5), st.data())
def test_twice_is_once(some: list[Source], data: st.DataObject) -> None:
    """Whatever a digest holds, banking it again adds nothing, whichever part was banked before the rest."""
    digest = made(*some)
    first = data.draw(st.sets(st.integers(0, len(some) - 1)))
    with TemporaryDirectory() as folder:
        bank = Bank.create(Path(folder) / "bank", cache=Path(folder) / "cache")
        banked(bank, digest, sorted(first))
        done = banked(bank, digest)
        counts = bank.counts()
        assert counts.articles == len(some) + 1
        again = banked(bank, digest)
        assert (list(again.added), list(again.quotes)) == ([], [])
        assert [each.article.key for each in again.proposals] == [each.article.key for each in done.proposals]
        assert bank.counts() == counts
        bank.close()
