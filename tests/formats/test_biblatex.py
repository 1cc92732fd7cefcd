"""BibLaTeX: types whose mandatory fields are there, EDTF dates, relations between sources."""

from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import given

from quotebank.cite.plain import note_pieces
from quotebank.formats import Context, find_format
from quotebank.formats.biblatex import PROFILES
from quotebank.model.articles import Article, Original
from quotebank.model.names import Name
from quotebank.model.quotes import Locator, Quote, Via
from tests.model.strategies import articles


def article(**changes: object) -> Article:
    """A signed and dated newspaper article."""
    shape: dict[str, object] = {
        "key": "k1",
        "title": "Talks",
        "authors": [{"family": "Zuenko", "given": "Ivan"}],
        "outlet": "Profil",
        "date": "2021-10-02",
    }
    return Article.from_json({name: value for name, value in (shape | changes).items() if value is not None})


def written(record: Article, **context: Any) -> str:
    """The record's entry as text."""
    return "".join(find_format("biblatex").write([record], Context()._replace(**context)))


def fields(record: Article, **context: Any) -> dict[str, str]:
    """The record's fields, with its entry type as ``TYPE``."""
    (entry,) = parse_string(written(record, **context)).entries
    return {"TYPE": entry.entry_type, **{field.key: field.value for field in entry.fields}}


def test_the_bytes_of_an_entry() -> None:
    """An entry looks like this, fields always in this order."""
    record = article(url="https://x.y/a_b", accessed="2021-11-30", language="ru", tags=["China"], ids=["old1"])
    assert written(record) == (
        "@article{k1,\n  author = {Zuenko, Ivan},\n  title = {{Talks}},\n  journaltitle = {Profil},\n"
        "  entrysubtype = {newspaper},\n  date = {2021-10-02},\n  langid = {russian},\n  url = {https://x.y/a_b},\n"
        "  urldate = {2021-11-30},\n  keywords = {China},\n  ids = {old1},\n}\n\n"
    )


@pytest.mark.parametrize(
    ("record", "kind", "home"),
    [
        (article(), "article", "journaltitle"),
        (article(authors=None), "article", "journaltitle"),
        (article(date=None), "misc", "organization"),
        (article(date=None, url="https://x.y"), "online", "organization"),
        (article(type="webpage", url="https://x.y"), "online", "organization"),
        (article(type="webpage"), "misc", "organization"),
        (article(type="report"), "report", "institution"),
        (article(type="thesis"), "thesis", "institution"),
        (article(type="book"), "book", "series"),
        (article(type="chapter"), "inbook", "booktitle"),
        (article(type="paper-conference"), "inproceedings", "booktitle"),
        (article(type="interview"), "misc", "organization"),
    ],
)
def test_a_type_has_what_it_must_have(record: Article, kind: str, home: str) -> None:
    """The type is one whose fields are there, and the outlet stands in the field that type has for it."""
    found = fields(record)
    assert (found["TYPE"], found.get(home)) == (kind, "Profil")


@pytest.mark.parametrize("kind", ["report", "thesis", "chapter", "paper-conference"])
def test_without_a_home_no_type_that_needs_one(kind: str) -> None:
    """Nothing is made up to fill a mandatory field: the entry is @misc, or @online with an address."""
    assert fields(article(type=kind, outlet=None))["TYPE"] == "misc"
    assert fields(article(type=kind, outlet=None, url="https://x.y"))["TYPE"] == "online"


def test_subtypes_give_way_to_numbers() -> None:
    """Newspapers and magazines are said to be such, unless a number would be lost by it in some styles."""
    assert fields(article())["entrysubtype"] == "newspaper"
    assert fields(article(type="article-magazine"))["entrysubtype"] == "magazine"
    numbered = fields(article(type="article-magazine", issue="10"))
    assert numbered["number"] == "10"
    assert "entrysubtype" not in numbered
    assert "entrysubtype" not in fields(article(type="article-journal"))


@pytest.mark.parametrize(
    ("date", "shown"),
    [("2021-10-XX", "2021-10"), ("2021-XX-XX", "2021"), ("2021%", "2021?"), ("2021-10-04/2021-10-06", None)],
)
def test_dates_styles_can_print(date: str, shown: str | None) -> None:
    """What styles misprint is written so that they do not: unspecified parts go, and no comment sign is left."""
    assert fields(article(date=date))["date"] == (shown or date)


def test_an_undated_item_says_so() -> None:
    """Undated is a state of publication, which styles print, and no empty date."""
    found = fields(article(date=None))
    assert found["pubstate"] == "n.d."
    assert "date" not in found
    assert "year" not in found


def test_volumes_pages_and_numbers() -> None:
    """Numbers are in their fields where the type has them, in the note in words where it does not."""
    in_journal = fields(article(type="article-journal", volume="3", issue="10", pages="7-9"))
    assert (in_journal["volume"], in_journal["number"], in_journal["pages"]) == ("3", "10", "7--9")
    assert fields(article(volume="XII"))["note"] == "Vol. XII"
    on_the_web = fields(article(type="webpage", url="https://x.y", volume="3", issue="10", pages="7"))
    assert on_the_web["note"] == "Vol. 3. No. 10. p. 7"


def test_translations_and_originals() -> None:
    """A translated title is added, translators have their field or the note, the original script rides along."""
    record = article(
        title="Novaia etika",
        title_translated="New ethics & us",
        authors=[{"family": "Zuenko", "given": "Ivan", "original": "Иван Зуенко"}],
        translator=[{"family": "Smith", "given": "Jane"}],
        original={"title": "Новая этика", "outlet": "Профиль"},
        language="ru",
    )
    found = fields(record)
    assert found["titleaddon"] == "[New ethics \\& us]"
    assert found["translator"] == "Smith, Jane"
    assert (found["nameaddon"], found["usera"], found["userb"]) == ("Иван Зуенко", "Новая этика", "Профиль")
    page = fields(Article.from_json({**record.to_json(), "type": "webpage", "url": "https://x.y"}))
    assert "translator" not in page
    assert page["note"] == "Translated by Jane Smith"


def test_an_untitled_item_says_its_translated_title_once() -> None:
    """A translated title that stands in for a missing one is not added a second time."""
    found = fields(article(title=None, title_translated="Talks"))
    assert found["title"] == "[{Talks}]"
    assert "titleaddon" not in found


def test_an_archived_copy_and_what_it_is() -> None:
    """The copy is in the addendum, which every style prints; a broadcast is said to be one."""
    found = fields(article(type="broadcast", archive_url="https://archive.example/1"))
    assert found["addendum"] == "Archived at \\url{https://archive.example/1}"
    dated = article(archive_url="https://archive.example/1", archive_date="2021-11-30")
    assert fields(dated)["addendum"] == "Archived 30 November 2021 at \\url{https://archive.example/1}"
    assert found["type"] == "Broadcast"


def quoted(*vias: Via) -> dict[str, Any]:
    """A context in which the article was read in other sources."""
    sources = {key: Article(key=key, title=f"Digest {key}", type="report") for key in ("d1", "d2")}
    made = [Quote(id=str(number), article="k1", text="x", via=via) for number, via in enumerate(vias)]
    return {"quotes_of": lambda key: made if key == "k1" else [], "find": sources.get, "note": note_pieces}


def test_places_in_one_source_are_said_once() -> None:
    """Several quotes read in one source name it once, with each place, in the order of the quotes."""
    places = [Via("d1", Locator("paragraph", value)) for value in ("7", "3", "7")]
    assert fields(article(), **quoted(*places))["addendum"] == "Quoted in \\emph{Digest d1}, n.d., paras. 7, 3"


def test_two_sources_are_both_named() -> None:
    """An article read in two sources is related to those that are exported, and says both."""
    found = fields(article(), selected={"d2"}, **quoted(Via("d1"), Via("d2", Locator("page", "4"))))
    assert found["addendum"] == "Quoted in \\emph{Digest d1}, n.d.; and in \\emph{Digest d2}, n.d., p. 4"
    assert found["related"] == "d2"


@pytest.mark.parametrize("via", [Via("gone"), Via("k1")])
def test_a_source_nobody_knows_is_not_named(via: Via) -> None:
    """A source that is gone, or the article itself, makes neither a relation nor a sentence."""
    found = fields(article(), selected={"gone", "k1"}, **quoted(via))
    assert "related" not in found
    assert "addendum" not in found


def test_old_keys_that_no_tool_takes_are_left_out() -> None:
    """An alias cannot break the file its article stands in."""
    assert fields(article(ids=["old1", "a b", "x}"]))["ids"] == "old1"


@pytest.mark.parametrize("profile", PROFILES)
@given(record=articles())
def test_every_profile_comes_back_whole(profile: str, record: Article) -> None:
    """Whichever style is served, the record read back is the one that was written."""
    text = "".join(find_format("biblatex").write([record], Context(profile=profile)))
    parsed = find_format("biblatex", to="read").read(text.encode("utf-8", "backslashreplace"))
    assert (list(parsed.problems), parsed.articles) == ([], [record])


@pytest.mark.parametrize("profile", ["chicago", "apa", "mla"])
def test_scripts_are_kept_from_styles_that_print_them(profile: str) -> None:
    """Names and titles in their own script stand in no field that these styles print or take for a key."""
    record = Article(
        key="k", title="T", authors=(Name("Zuenko", "Ivan", original="Зуенко"),), original=Original("Новая", "Профиль")
    )
    text = "".join(find_format("biblatex").write([record], Context(profile=profile, bare=True)))
    assert text.isascii()
