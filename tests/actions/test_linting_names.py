"""What `lint` holds for one outlet, one language, and one quotation: the questions behind its rules."""

from collections.abc import Iterator

import pytest

from quotebank import Bank
from quotebank.actions.lint_elsewhere import Finder
from quotebank.actions.lint_languages import is_translated, language_of
from quotebank.actions.lint_outlets import OutletForms
from quotebank.actions.lint_sources import CitedRecord, Shelf
from quotebank.model.articles import Article, Original
from tests.actions.linting_cast import ARTICLES, make


@pytest.fixture(scope="module")
def cast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bank]:
    """The made-up bank with two outlets in its table."""
    with make(tmp_path_factory.mktemp("names")) as bank:
        with bank.transaction("outlets") as change:
            shape = {"name": "North Strait News", "variants": ["NSN", "Nordsund-Nachrichten"]}
            change.put("outlets", change.free_id("outlets"), shape)
        yield bank


@pytest.fixture
def outlets(cast: Bank) -> OutletForms:
    """The outlets of the made-up bank."""
    return OutletForms(cast, [article.outlet for article in ARTICLES])


# Outlets --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "outlet"),
    [
        ("Vzgliad", "Vzglyad"),
        ("Wsgljad", "Vzglyad"),
        ("Взгляд", "Vzglyad"),
        ("Взгляде", "Взгляд"),
        ("Взгляде", "Vzglyad"),
        ("Независимой газете", "Независимая газета"),
        ("Guardian", "The Guardian"),
        ("the Guardian", "Guardian"),
        ("Spiegel", "Der Spiegel"),
        ("Süddeutschen Zeitung", "Süddeutsche Zeitung"),
        ("NSN", "North Strait News"),
        ("Nordsund-Nachrichten", "North Strait News"),
        ("Reuters", "Vzglyad"),
        ("ТАСС", "Kommersant"),
        ("Kommersant", ""),
    ],
)
def test_no_contradiction(outlets: OutletForms, said: str, outlet: str) -> None:
    """Spellings, cases, articles, variants of the bank, agencies, and records without an outlet contradict nothing."""
    article = Article(key="k", outlet=outlet)
    assert outlets.agrees(said, article)
    assert not outlets.contradicts(said, article)


@pytest.mark.parametrize(
    ("said", "outlet"),
    [
        ("Kommersant", "Vzglyad"),
        ("Известиях", "Взгляд"),
        ("Le Figaro", "Le Monde"),
        ("The Guardian", "The Times"),
        ("Harbour Gazette", "North Strait News"),
    ],
)
def test_contradiction(outlets: OutletForms, said: str, outlet: str) -> None:
    """Another outlet is another, in whatever case it stands."""
    assert outlets.contradicts(said, Article(key="k", outlet=outlet))
    assert outlets.is_outlet(said, "")


def test_title_and_original(outlets: OutletForms) -> None:
    """A record's own title, and its outlet in its own script, are no other outlet."""
    article = Article(key="k", title="Harbour Life", outlet="Xin Bao", original=Original(outlet="新報"))
    assert outlets.agrees("Harbour Life", article)
    assert outlets.agrees("新報", article)


@pytest.mark.parametrize("text", ["Moscow", "October", "Lankov", "Seoul and Tokyo", "Captain Ruiz"])
def test_places_are_no_outlets(outlets: OutletForms, text: str) -> None:
    """What stands behind "in" may be a place: only known outlets and names in quotation marks count."""
    assert not outlets.is_outlet(text, "")
    assert outlets.is_outlet(text, "«")


# Languages ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The port of the north is not what it was, and that is that.", "en"),
        ("Der Hafen ist nicht das, was er war, und das ist auch gut so.", "de"),
        ("Le port n’est pas ce que les gens en disent dans le nord.", "fr"),
        ("Порт уже не тот, что был, и он это знает.", "ru"),
        ("Port nie jest tym, co się o nim mówi, i to jest złe.", "pl"),
        ("Juche sasang", ""),
        ("", ""),
        ("1234 5678", ""),
    ],
)
def test_language(text: str, tag: str) -> None:
    """A sentence tells its language by its common words; what has none tells nothing."""
    assert language_of(text) == tag


def test_translated() -> None:
    """Another script or another language is a translation; what cannot be told is the draft's language."""
    russian, english = "Порт уже не тот, что был, и он это знает.", "The port is not what it was, and it knows that."
    assert is_translated(english, "en", russian, "ru")
    assert is_translated("Der Hafen ist nicht mehr das, was er war.", "en", english, "en")
    assert is_translated("juche sasang baekdu", "en", "Le port n’est pas ce que les gens en disent.", "fr")
    assert not is_translated("No harbour opens twice.", "en", english, "")
    assert not is_translated(english, "en", english, "en")
    assert not is_translated(english, "en", "", "ru")


# Records and quotations -----------------------------------------------------------------------------------------------


def _record(bank: Bank, key: str) -> CitedRecord:
    record = Shelf(bank, [bank.article(key)], lambda _: None).record(key)
    assert record is not None
    return record


def test_records_by_any_key(cast: Bank) -> None:
    """A shelf has a record under its present and its old keys, once."""
    shelf = Shelf(cast, [cast.article("karpova2020"), cast.article("weber2019")], lambda _: None)
    assert shelf.record("karpova2020old") is shelf.record("karpova2020")
    assert shelf.record("nobody") is None
    assert [record.key for record in shelf.records()] == ["karpova2020", "weber2019"]


def test_the_quote_that_has_the_words(cast: Bank) -> None:
    """A quotation is held against all direct quotes of its record at once, and the one that has it is named."""
    record = _record(cast, "karpova2020")
    held, quote = record.hold("We counted forty ships in January")
    assert held.status == "exact"
    assert quote is not None
    assert quote.locator is not None
    assert quote.locator.value == "8"
    held, quote = record.hold("A harbour is not closed by a gate … nobody asked where they had gone.")
    assert held.status == "typography"
    held, quote = record.hold("the last people who know the channel by heart")
    assert (held.status, quote) == ("exact", None)


def test_translations_are_held_too(cast: Bank) -> None:
    """The rendering of a quote counts as its words, and the quote as the one that has them."""
    held, quote = _record(cast, "zuenko2021wall").hold("The wall is not needed to stop the virus")
    assert held.status == "exact"
    assert quote is not None
    assert quote.language == "ru"


def test_secondhand(cast: Bank) -> None:
    """Only a record all of whose quotes were read elsewhere was not read itself."""
    assert _record(cast, "lee2021").secondhand
    assert list(_record(cast, "lee2021").read_in) == ["digest2021"]
    for key in ("karpova2020", "digest2021", "holm2022"):
        assert not _record(cast, key).secondhand


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Every winter the town sells one more of its boats", "novak2017"),
        ("every winter the town sells … and calls the money a budget", "novak2017"),
        ("winter the town sells one more of its ships and calls the money a budget", "novak2017"),
        ("seit die Züge nicht mehr über die Grenze fahren", "weber2019"),
        ("The sea does not forget the names of those", "lee2021"),
        ("Nobody ever said a word of this in any text", ""),
        ("of the", ""),
        ("", ""),
        ('" OR text:* AND (', ""),
    ],
)
def test_elsewhere(cast: Bank, text: str, key: str) -> None:
    """A quotation is found among all direct quotes, with an ellipsis or a word changed, too; any text may be asked."""
    with Finder(cast) as finder:
        quote = finder.find(text)
        assert (quote.article if quote else "") == key
        assert finder.find(text) is quote
