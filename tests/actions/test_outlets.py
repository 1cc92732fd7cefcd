"""A bank's outlets: their spellings and sites, how they are listed, joined and taken apart."""

import json
from pathlib import Path

import pytest

from quotebank import Bank
from quotebank.actions.outlet_changes import add_spellings, merge_outlets, remove_spellings
from quotebank.actions.outlet_listing import Listed, alike, joined, outlets
from quotebank.actions.outlets import (
    OUTLETS,
    OutletNames,
    OutletTable,
    bare_host,
    learn,
    outlet_names,
    refiled,
)
from quotebank.errors import NotFound, UsageError
from quotebank.model.articles import Article


def documents(bank: Bank) -> list[dict[str, object]]:
    """The table of outlets as it is stored."""
    return [dict(line.doc or {}) for line in bank.few(OUTLETS)]


def fill(bank: Bank, **counts: int) -> None:
    """Articles of outlets, underscores for blanks."""
    for outlet, count in counts.items():
        for number in range(count):
            bank.add(Article(title=f"Item {number}", outlet=outlet.replace("_", " ")))


# Names and sites -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["Vzglyad", "vzgliad", "Взгляд", "ВЗГЛЯД", "Vzgljad"])
def test_every_spelling_leads_to_the_name(typed: str) -> None:
    """A spelling of the table, its case, script or another transliteration gives the outlet's name."""
    names = OutletNames([{"name": "Vzglyad", "variants": ["Vzgliad"]}])
    assert names.named(typed) == "Vzglyad"
    assert names.spellings(typed) == ("Vzglyad", "Vzgliad")


def test_unknown_names_stay() -> None:
    """What the table does not know comes back as it was typed, twice asked as well."""
    names = OutletNames([{"name": "Vzglyad"}, {"name": "The Nation", "variants": None}])
    for typed in ("Zarya", "Nation", "", "Zarya"):
        assert names.named(typed) == typed
        assert names.spellings(typed) == ()


@pytest.mark.parametrize(
    ("host", "outlet"),
    [
        ("example.org", "Harbour Post"),
        ("www.example.org", "Harbour Post"),
        ("news.example.org", "Harbour Post"),
        ("https://m.example.org/a/b?c", "Harbour Post"),
        ("EXAMPLE.ORG", "Harbour Post"),
        ("blog.example.org", "Harbour Blog"),
        ("a.blog.example.org", "Harbour Blog"),
        ("example.net", ""),
        ("notexample.org", ""),
        ("org", ""),
        ("", ""),
        ("not a host", ""),
        ("http://[", ""),
    ],
)
def test_a_site_is_the_outlet_the_writer_named(host: str, outlet: str) -> None:
    """A listed host counts for itself and those below it, the nearest first."""
    names = OutletNames(
        [
            {"name": "Harbour Post", "domains": ["www.Example.org"]},
            {"name": "Harbour Blog", "variants": [], "domains": ["blog.example.org", 7]},
        ]
    )
    assert names.at(host) == outlet


def test_learning_a_site_keeps_and_moves_it(empty: Bank) -> None:
    """A correction is stored under the outlet's known name; a later one moves the host, leaving nothing empty."""
    with empty.transaction("add") as change:
        assert learn(change, empty, "Harbour Post", "https://www.example.org/page") == "Harbour Post"
    assert documents(empty) == [{"name": "Harbour Post", "variants": [], "domains": ["example.org"]}]
    with empty.transaction("edit") as change:
        learn(change, empty, "The Lighthouse", "example.org")
    assert documents(empty) == [{"name": "The Lighthouse", "variants": [], "domains": ["example.org"]}]
    assert outlet_names(empty).at("example.org") == "The Lighthouse"


def test_learning_extends_what_the_table_has(bank: Bank) -> None:
    """A site of an outlet that has spellings is put beside them, and unknown fields stay."""
    with bank.transaction("alias") as change:
        (line,) = [line for line in bank.few(OUTLETS) if (line.doc or {})["name"] == "Vzglyad"]
        change.put(OUTLETS, line.id, {**(line.doc or {}), "founded": "2005"})
    with bank.transaction("add") as change:
        assert learn(change, bank, "Vzgliad", "vz.ru") == "Vzglyad"
        assert learn(change, bank, "Vzgliad", "vz.ru") == "Vzglyad"
    (document,) = [document for document in documents(bank) if document["name"] == "Vzglyad"]
    assert document["domains"] == ["vz.ru"]
    assert document["founded"] == "2005"
    assert "Vzgliad" in document["variants"]  # type: ignore[operator]


def test_several_corrections_in_one_transaction(empty: Bank) -> None:
    """One table in a transaction sees what it has stored itself; nothing is lost."""
    with empty.transaction("import") as change:
        table = OutletTable(change, empty)
        table.learn("Harbour Post", "a.example")
        table.learn("Harbour Post", "b.example")
        table.learn("Lighthouse", "a.example")
    assert [(document["name"], document["domains"]) for document in documents(empty)] == [
        ("Harbour Post", ["b.example"]),
        ("Lighthouse", ["a.example"]),
    ]


@pytest.mark.parametrize(("outlet", "host"), [("", "example.org"), ("Harbour Post", ""), ("Harbour Post", "no host")])
def test_nothing_is_learnt_of_nothing(empty: Bank, outlet: str, host: str) -> None:
    """Without a name or a host the table stays as it is."""
    with empty.transaction("add") as change:
        assert learn(change, empty, outlet, host) == outlet
    assert documents(empty) == []


def test_hosts_are_compared_bare() -> None:
    """Addresses and hosts lose scheme, port and what only chooses a layout; anything else is no host."""
    for text in ("example.org", "https://www.example.org:8443/a", "m.example.org", "amp.example.org.", "Example.Org"):
        assert bare_host(text) == "example.org", text
    assert bare_host("xn--e1afmkfd.example") == bare_host("пример.example") == "пример.example"
    assert bare_host("two words") == bare_host("") == bare_host("http://") == ""


# The list ------------------------------------------------------------------------------------------------------------


def test_the_list_joins_what_the_table_knows(empty: Bank) -> None:
    """Articles under any spelling are counted together, the largest outlet first, unused ones too."""
    fill(empty, Vzgliad=2, vzglyad=1, Взгляд=1, Zarya=1)
    with empty.transaction("alias") as change:
        change.put(OUTLETS, "a1", {"name": "Vzglyad", "variants": ["Vzgliad"], "domains": ["vz.ru"]})
        change.put(OUTLETS, "a2", {"name": "Unused"})
    listed = outlets(empty)
    assert [(each.name, each.articles, each.domains) for each in listed] == [
        ("Vzglyad", 4, ("vz.ru",)),
        ("Zarya", 1, ()),
        ("Unused", 0, ()),
    ]
    assert set(listed[0].variants) == {"Vzgliad", "vzglyad", "Взгляд"}


def test_articles_without_an_outlet_are_in_no_line(empty: Bank) -> None:
    """An empty outlet is none."""
    empty.add(Article(title="A leaflet"))
    assert outlets(empty) == []


def test_outlets_that_look_like_one_are_pointed_out() -> None:
    """Each pair once, the larger to be kept; namesakes are left alone."""
    listed = joined([], {"Vzglyad": 12, "Vzgliad": 3, "The Nation": 2, "Nation": 1, "Zarya": 5})
    (pair,) = alike(listed)
    assert (pair.keep.name, pair.keep.articles, pair.other.name, pair.other.articles) == ("Vzglyad", 12, "Vzgliad", 3)


def test_of_two_equal_ones_the_one_with_spellings_is_kept() -> None:
    """Where numbers do not decide, the outlet the writer has worked on is kept."""
    pairs = alike([Listed("Harbour Post", (), (), 1), Listed("The Harbour Post", ("HP",), (), 1)])
    assert [(pair.keep.name, pair.why) for pair in pairs] == [("The Harbour Post", "article")]


# Alias ---------------------------------------------------------------------------------------------------------------


def test_an_alias_leads_to_the_name_and_files_nothing_anew(empty: Bank) -> None:
    """Spellings and sites lead to the outlet from now on; articles stay as they are, and are counted together."""
    fill(empty, Harbour_Post=1, HP=2)
    changed = add_spellings(empty, "harbour post", ["HP", "Harbor  Post", "HP"], ["https://www.example.org/"])
    assert changed == ("Harbour Post", ("HP", "Harbor Post"), ("example.org",), ())
    names = outlet_names(empty)
    assert names.named("hp") == names.named("Harbor Post") == names.at("example.org") == "Harbour Post"
    assert sorted(article.outlet for article in empty.iter_articles()) == ["HP", "HP", "Harbour Post"]
    assert [(each.name, each.articles) for each in outlets(empty)] == [("Harbour Post", 3)]


def test_the_name_said_first_becomes_the_name(empty: Bank) -> None:
    """A spelling can be made the outlet's name; the old one leads to it."""
    fill(empty, Vzgliad=1)
    add_spellings(empty, "Vzgliad", ["Vzglyad"])
    assert add_spellings(empty, "Vzglyad", ["Взгляд"])[:2] == ("Vzglyad", ("Vzgliad", "Взгляд"))
    assert len(documents(empty)) == 1


def test_a_spelling_moves_from_outlet_to_outlet(empty: Bank) -> None:
    """A spelling is one outlet's: said of another it leaves the first, which is forgotten when nothing is left."""
    fill(empty, Harbour_Post=1, Hill_Press=1)
    add_spellings(empty, "Harbour Post", ["HP"], ["hp.example"])
    add_spellings(empty, "Hill Press", ["hp"], ["hp.example"])
    assert documents(empty) == [{"name": "Hill Press", "variants": ["hp"], "domains": ["hp.example"]}]


def test_an_outlet_with_spellings_is_no_spelling(empty: Bank) -> None:
    """Two outlets of the table are merged, not aliased: nothing of theirs may be lost unseen."""
    fill(empty, Harbour_Post=1, Hill_Press=1)
    add_spellings(empty, "Hill Press", ["HP"])
    with pytest.raises(UsageError, match="merge"):
        add_spellings(empty, "Harbour Post", ["Hill press"])
    assert documents(empty) == [{"name": "Hill Press", "variants": ["HP"]}]


def test_unknown_outlets_are_refused_with_the_nearest(empty: Bank) -> None:
    """A name nobody knows is an error that names those like it; `new` takes it, and shipped outlets are known."""
    fill(empty, Harbour_Post=1)
    with pytest.raises(NotFound, match="Harbour Post"):
        add_spellings(empty, "Harbour Boat", ["HB"])
    with pytest.raises(NotFound, match="quotebank outlets"):
        add_spellings(empty, "Zzzz", ["Z"])
    assert add_spellings(empty, "Harbour Boat", ["HB"], new=True).name == "Harbour Boat"
    assert add_spellings(empty, "Le Monde", ["LM"]).name == "Le Monde"


@pytest.mark.parametrize(
    ("spellings", "hosts"), [((), ()), ((" ",), ()), (("HP",), ("no host",)), ((), ("localhost",))]
)
def test_alias_says_what_it_needs(empty: Bank, spellings: tuple[str, ...], hosts: tuple[str, ...]) -> None:
    """Nothing to add and hosts that are none are usage errors, and nothing is written."""
    fill(empty, Harbour_Post=1)
    with pytest.raises(UsageError):
        add_spellings(empty, "Harbour Post", spellings, hosts)
    with pytest.raises(UsageError):
        add_spellings(empty, " ", ["HP"])
    assert documents(empty) == []


def test_spellings_are_taken_away_again(empty: Bank) -> None:
    """What is removed no longer leads to the outlet; the rest does, and an outlet with nothing left is forgotten."""
    fill(empty, Harbour_Post=1)
    add_spellings(empty, "Harbour Post", ["HP", "Post"], ["hp.example"])
    assert remove_spellings(empty, "HP", ["hp"], ["www.hp.example"])[:3] == ("Harbour Post", ("Post",), ())
    assert remove_spellings(empty, "Harbour Post", ["Post"], dry_run=True).variants == ()
    assert documents(empty) == [{"name": "Harbour Post", "variants": ["Post"]}]
    remove_spellings(empty, "Harbour Post", ["Post"])
    assert documents(empty) == []


def test_only_what_is_there_can_be_taken_away(empty: Bank) -> None:
    """Unknown outlets, spellings and sites are errors with a hint; nothing said is a usage error."""
    fill(empty, Harbour_Post=1)
    add_spellings(empty, "Harbour Post", ["Evening Post"], ["hp.example"])
    with pytest.raises(NotFound, match="Evening Post"):
        remove_spellings(empty, "Harbour Post", ["Evening Pot"])
    with pytest.raises(NotFound, match=r"other\.example"):
        remove_spellings(empty, "Harbour Post", [], ["other.example"])
    with pytest.raises(NotFound, match="Harbour Post"):
        remove_spellings(empty, "Harbour", ["HP"])
    with pytest.raises(UsageError):
        remove_spellings(empty, "Harbour Post", [])


# Merge ---------------------------------------------------------------------------------------------------------------


def test_a_merge_files_anew_and_can_be_undone(empty: Bank) -> None:
    """All articles of the others are the outlet's, in one change; keys stay, and undo brings everything back."""
    from quotebank.bank.history import undo

    fill(empty, Vzglyad=1, Vzgliad=2, VZGLIAD=1)
    before = {article.key: article.outlet for article in empty.iter_articles()}
    merged = merge_outlets(empty, "Vzglyad", ["Vzgliad"])
    assert (merged.name, merged.variants, len(merged.keys)) == ("Vzglyad", ("Vzgliad",), 3)
    assert {article.outlet for article in empty.iter_articles()} == {"Vzglyad"}
    assert {article.key for article in empty.iter_articles()} == set(before)
    undo(empty)
    assert {article.key: article.outlet for article in empty.iter_articles()} == before
    assert documents(empty) == []


def test_a_merge_keeps_the_original_script(empty: Bank) -> None:
    """A name in its own script stays with the article as its original, unless it has one; Latin ones do not."""
    fill(empty, Vzglyad=1, Взгляд=1, Vzgliad=1)
    merge_outlets(empty, "Vzglyad", ["Взгляд", "Vzgliad"])
    assert sorted(article.original.outlet for article in empty.iter_articles()) == ["", "", "Взгляд"]
    there = refiled(refiled(Article(outlet="観点"), "Vzglyad"), "Vzgliad")
    assert (there.outlet, there.original.outlet) == ("Vzgliad", "観点")
    assert refiled(Article(outlet="Vzglyad"), "Взгляд").original.outlet == ""


def test_a_merge_takes_spellings_and_sites_along(empty: Bank) -> None:
    """What led to the other leads to the one that is kept; articles under the other's spellings come too."""
    fill(empty, Harbour_Post=1, Evening_Post=1, EP=1)
    add_spellings(empty, "Evening Post", ["EP"], ["ep.example"])
    merged = merge_outlets(empty, "Harbour Post", ["Evening Post"])
    assert len(merged.keys) == 2
    assert documents(empty) == [{"name": "Harbour Post", "variants": ["Evening Post", "EP"], "domains": ["ep.example"]}]


def test_a_spelling_already_joined_can_be_filed_anew(empty: Bank) -> None:
    """An alias made earlier becomes a merge: only the articles under that spelling change."""
    fill(empty, Harbour_Post=1, HP=1, The_HP=1)
    add_spellings(empty, "Harbour Post", ["HP", "The HP"])
    merged = merge_outlets(empty, "Harbour Post", ["HP"])
    assert len(merged.keys) == 1
    assert sorted(article.outlet for article in empty.iter_articles()) == ["Harbour Post", "Harbour Post", "The HP"]
    assert documents(empty) == [{"name": "Harbour Post", "variants": ["HP", "The HP"]}]


def test_names_that_fold_alike_can_be_merged(empty: Bank) -> None:
    """Marks and case alone part two names, and still the one is filed under the other."""
    fill(empty, **{"Kommersant”": 2, "Kommersant": 1, "KOMMERSANT": 1})
    assert len(merge_outlets(empty, "Kommersant", ["Kommersant”"]).keys) == 2
    assert len(merge_outlets(empty, "Kommersant", ["KOMMERSANT"]).keys) == 1
    assert {article.outlet for article in empty.iter_articles()} == {"Kommersant"}


def test_an_outlet_gets_a_new_name(empty: Bank) -> None:
    """With `new` all articles are filed under a name that was not there."""
    fill(empty, Harbour_Post=2)
    with pytest.raises(NotFound):
        merge_outlets(empty, "Dunmore Gazette", ["Harbour Post"])
    assert len(merge_outlets(empty, "Dunmore Gazette", ["Harbour Post"], new=True).keys) == 2


def test_a_rehearsed_merge_writes_nothing(empty: Bank) -> None:
    """A dry run tells the same and leaves the bank alone."""
    fill(empty, Vzglyad=1, Vzgliad=2)
    size = empty.path.stat().st_size
    told: list[tuple[int, int]] = []
    rehearsed = merge_outlets(empty, "Vzglyad", ["Vzgliad"], dry_run=True, progress=lambda *at: told.append(at))
    assert empty.path.stat().st_size == size
    assert told == [(1, 2), (2, 2)]
    assert rehearsed == merge_outlets(empty, "Vzglyad", ["Vzgliad"])


def test_what_cannot_be_merged(empty: Bank) -> None:
    """Unknown outlets, one outlet and itself, and nothing at all are errors that change nothing."""
    fill(empty, Vzglyad=1)
    with pytest.raises(NotFound, match="Vzglyad"):
        merge_outlets(empty, "Vzglyad", ["Vzgladd"])
    with pytest.raises(NotFound):
        merge_outlets(empty, "Vzglyad", ["Le Monde"])
    for others in ([], ["Vzglyad"], [" "]):
        with pytest.raises(UsageError):
            merge_outlets(empty, "Vzglyad", others)
    assert documents(empty) == []


# Out and in ----------------------------------------------------------------------------------------------------------


def test_sites_go_out_and_come_in_with_the_json(empty: Bank, tmp_path: Path) -> None:
    """The JSON of a bank carries the table whole, sites too; sites that are no texts are a problem with its line."""
    from quotebank.formats.quotebank_json import read

    fill(empty, Harbour_Post=1)
    add_spellings(empty, "Harbour Post", ["HP"], ["example.org"])
    shape = {"articles": [], "quotes": [], "outlets": documents(empty)}
    parsed = read(json.dumps(shape).encode())
    assert not parsed.problems
    assert parsed.beside["outlets"] == [{"name": "Harbour Post", "variants": ["HP"], "domains": ["example.org"]}]
    broken = read(b'{"outlets": [{"name": "A", "domains": [1]}, {"name": "B"}]}')
    assert len(broken.problems) == 1
    assert broken.beside["outlets"] == [{"name": "B", "variants": []}]
