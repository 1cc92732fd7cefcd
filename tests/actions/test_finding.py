"""Records are found by what a writer calls them, or told apart from what is near."""

from dataclasses import replace

import pytest

from quotebank import Article, Bank, Quote
from quotebank.actions.citing import cited, quoted
from quotebank.actions.counting import stats
from quotebank.actions.editing import as_text, from_text, keep
from quotebank.actions.finding import find, find_article
from quotebank.actions.founding import example, found, target
from quotebank.actions.quoting import describe_quote
from quotebank.actions.searching import search
from quotebank.errors import BadInput, Busy, CannotCreate, NotFound, UsageError


def test_by_key_by_old_key_and_by_id(bank: Bank) -> None:
    """An article answers to its key in any case and to its old keys, a quote to its id."""
    with bank.transaction("edit") as change:
        shape = bank.article("lankov2021").to_json()
        change.replace_article("lankov2021", Article.from_json({**shape, "key": "lankov2021hermit"}))
    assert find_article(bank, "LANKOV2021").key == "lankov2021hermit"
    quote = bank.quotes_of(bank.article("lankov2021hermit"))[0]
    assert find(bank, quote.id) == quote
    assert quote.article == "lankov2021hermit"


def test_unknown_names_the_nearest(bank: Bank) -> None:
    """A mistyped key is an error that names what was probably meant."""
    with pytest.raises(NotFound) as caught:
        find(bank, "lankow2021")
    assert "lankov2021" in caught.value.hint


def test_search_finds_whatever_the_script_and_spelling(bank: Bank) -> None:
    """A word is found in any case; every spelling of an outlet finds its articles."""
    assert {found.article.key for found in search(bank, "KIMJONGUNISM").found} == {"lankov2021a"}
    for name in ("Vzgliad", "Vzglyad", "Взгляд", "outlet:Vzgliad"):
        assert {found.article.key for found in search(bank, name).found} == {"mirzaian2021", "timokhin2021"}


def test_search_keeps_up(bank: Bank) -> None:
    """What was added, edited or removed since the last search is found as it is now."""
    assert not search(bank, "zeppelin").found
    quote = bank.add_quote(Quote(article="lankov2021", text="A zeppelin over Pyongyang."))
    assert [found.quote for found in search(bank, "zeppelin").found] == [quote]
    with bank.transaction("remove") as change:
        change.remove("quotes", quote.id)
    assert not search(bank, "zeppelin").found


def test_spans_are_where_the_words_stand(bank: Bank) -> None:
    """What is lit up is the word that was looked for, in the text as it is."""
    (found,) = search(bank, "kimjongunism").found
    assert found.quote is not None
    assert [found.quote.text[start:end] for start, end in found.evidence.spans] == ["Kimjongunism"]


def test_citing_checks_every_key_first(bank: Bank) -> None:
    """One unknown key cites nothing; a quote is cited with the source it was read in."""
    with pytest.raises(NotFound):
        cited(bank, ["lankov2021", "nobody"], "note")
    assert cited(bank, ["zavtra2021"], "note").told == [("zavtra2021", "Zavtra, 4 November 2021")]
    quote = bank.quotes_of(bank.article("lankov2021a"))[0]
    text = quoted(bank, quote.id, "note").told[0].text
    assert quote.text[:40] in text
    assert "quoted in" in text
    assert "para. 11" in text


def test_edited_text_comes_back(bank: Bank) -> None:
    """A record survives the editor unchanged; a mistake is told with its line or field."""
    article = bank.article("barskii2021")
    quote = bank.quotes_of(article)[0]
    assert from_text(article, as_text(article)) == article
    assert from_text(quote, as_text(quote)) == quote
    with pytest.raises(BadInput, match="line 2"):
        from_text(article, '{"key": "x",\n bad}')
    with pytest.raises(BadInput, match="tags"):
        from_text(article, '{"key": "x", "tags": 3}')
    with pytest.raises(BadInput, match="id"):
        from_text(quote, as_text(quote).replace(quote.id, "another1"))


def test_nobody_is_overwritten(bank: Bank) -> None:
    """An edit of a record that somebody else has changed meanwhile is refused, and theirs stays."""
    article = bank.article("barskii2021")
    quote = bank.quotes_of(article)[0]
    theirs = keep(bank, article, replace(article, title="Theirs"))
    with pytest.raises(Busy):
        keep(bank, article, replace(article, title="Mine"))
    assert bank.article("barskii2021") == theirs
    keep(bank, quote, replace(quote, note="theirs"))
    with pytest.raises(Busy):
        keep(bank, quote, replace(quote, note="mine"))
    assert bank.quote(quote.id).note == "theirs"


def test_locator_belongs_to_what_was_read() -> None:
    """With a via the locator is a place in that; two locators at once, an unknown kind and no text are refused."""
    quote = describe_quote(Quote(article="a"), {"text": "x", "via": "b"}, locators={"para": "11"})
    assert quote.locator is None
    assert quote.via is not None
    assert quote.via.locator is not None
    assert (quote.via.locator.label, quote.via.locator.value) == ("paragraph", "11")
    for typed, locators in (({"text": "x"}, {"page": "1", "para": "2"}), ({"kind": "gist"}, {}), ({"text": " "}, {})):
        with pytest.raises(UsageError):
            describe_quote(Quote(article="a"), typed, locators=locators)


def test_stats_count_everything_once(bank: Bank) -> None:
    """Counts agree with the records."""
    counts = stats(bank)
    assert (counts.articles, counts.quotes) == tuple(bank.counts())
    assert sum(counts.types.values()) == counts.articles
    assert sum(counts.kinds.values()) == counts.quotes
    assert counts.without_quotes == 1
    assert counts.outlets["Vzglyad"] == 2


def test_founding(bank: Bank) -> None:
    """A new bank brings what git needs, is never made over another, and a sample is the example."""
    folder = bank.path.parent.parent / "new"
    path = target(folder)
    made = found(path, lambda at: Bank(at, cache=folder / "cache"), sample=True)
    assert made.counts() == bank.counts()
    assert (path.parent / ".gitattributes").read_text().endswith("merge=union -text\nsnapshots/* -text\n")
    with pytest.raises(CannotCreate):
        found(path, lambda at: Bank(at, cache=folder / "cache"))
    assert example().is_file()
