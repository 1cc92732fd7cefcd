"""``quotebank outlets`` as a writer uses it."""

import json

import pytest

from tests.cli.conftest import Cli


def bring_in(cli: Cli, *outlets: str) -> None:
    """Articles item0, item1, ... of the outlets."""
    records = [
        {"id": f"item{number}", "type": "article-newspaper", "title": f"Item {number}", "container-title": outlet}
        for number, outlet in enumerate(outlets)
    ]
    told = cli("import", "-", "--format", "csl-json", "--on-duplicate", "add", stdin=json.dumps(records).encode())
    assert told.code == 0, told.err


@pytest.fixture
def filled(cli: Cli) -> Cli:
    """A bank with Vzglyad twice, Vzgliad once and the Harbour Post once."""
    assert cli("init").code == 0
    bring_in(cli, "Vzglyad", "Vzglyad", "Vzgliad", "Harbour Post")
    return cli


def names(cli: Cli) -> dict[str, int]:
    """The outlets of the bank with their numbers of articles."""
    return {each["name"]: each["articles"] for each in json.loads(cli("outlets", "--json").out)["outlets"]}


def test_lines_for_programs_and_pairs_beside(filled: Cli) -> None:
    """Off a terminal each outlet is a line of four fields, and what looks like one is pointed out on stderr."""
    told = filled("outlets")
    assert told.code == 0
    assert told.out == "Vzglyad\t\t\t2\nHarbour Post\t\t\t1\nVzgliad\t\t\t1\n"
    assert told.err == ("Vzgliad (1) and Vzglyad (2) look like one outlet: quotebank outlets merge Vzglyad Vzgliad\n")


def test_a_table_on_a_terminal(filled: Cli) -> None:
    """On a terminal names, numbers, spellings and sites stand in columns within the width."""
    filled("outlets", "alias", "Harbour Post", "HP", "--domain", "hp.example")
    told = filled("outlets", terminal=True, COLUMNS="60", NO_COLOR="1")
    assert "Harbour Post  1  HP  hp.example" in told.out.splitlines()
    assert all(len(line) <= 80 for line in told.out.splitlines())


def test_the_documented_json(filled: Cli) -> None:
    """--json gives name, variants, domains and articles of each outlet, and names narrow it."""
    filled("outlets", "alias", "Harbour Post", "HP", "--domain", "https://www.hp.example/")
    told = filled("outlets", "list", "hp", "--json")
    assert json.loads(told.out) == {
        "outlets": [{"name": "Harbour Post", "variants": ["HP"], "domains": ["hp.example"], "articles": 1}]
    }
    assert told.err == ""


def test_a_merge_off_a_terminal_needs_yes(filled: Cli) -> None:
    """Nothing is filed anew without --yes; with it the articles are, and undo takes it back."""
    refused = filled("outlets", "merge", "Vzglyad", "Vzgliad")
    assert (refused.code, refused.out) == (2, "")
    assert "1 article(s) of Vzgliad" in refused.err
    assert names(filled)["Vzgliad"] == 1
    merged = filled("outlets", "merge", "Vzglyad", "Vzgliad", "--yes")
    assert merged.code == 0
    assert "filed 1 article(s) of Vzgliad under Vzglyad" in merged.err
    assert names(filled) == {"Vzglyad": 3, "Harbour Post": 1}
    assert filled("undo").code == 0
    assert names(filled) == {"Vzglyad": 2, "Vzgliad": 1, "Harbour Post": 1}


@pytest.mark.parametrize(("answer", "code", "left"), [(False, 1, 1), (True, 0, None)])
def test_a_merge_asks_on_a_terminal(
    filled: Cli, monkeypatch: pytest.MonkeyPatch, answer: bool, code: int, left: int | None
) -> None:
    """On a terminal the merge is asked about, with what it would do; no leaves everything, yes does it."""
    asked: list[str] = []

    def confirm(question: str, **_: object) -> bool:
        asked.append(question)
        return answer

    monkeypatch.setattr("typer.confirm", confirm)
    monkeypatch.setattr("quotebank.cli.session.Session.interactive", True)
    assert filled("outlets", "merge", "Vzglyad", "Vzgliad").code == code
    assert asked == ["File 1 article(s) of Vzgliad under Vzglyad?"]
    assert names(filled).get("Vzgliad") == left


def test_a_rehearsed_merge_tells_and_writes_nothing(filled: Cli) -> None:
    """--dry-run --json tells what would become of it."""
    told = filled("outlets", "merge", "Vzglyad", "Vzgliad", "--dry-run", "--json")
    assert json.loads(told.out) == {
        "name": "Vzglyad", "variants": ["Vzgliad"], "domains": [], "articles": ["item2"],
    }  # fmt: skip
    assert "dry run" in told.err
    assert names(filled)["Vzgliad"] == 1


def test_spellings_lead_to_the_outlet_in_what_is_written(filled: Cli) -> None:
    """After alias a spelling is kept under the outlet's name; after --remove no longer."""
    told = filled("outlets", "alias", "Harbour Post", "HP", "Harbor Post")
    assert (told.code, told.out) == (0, "")
    assert "HP, Harbor Post: Harbour Post" in told.err
    assert filled("edit", "item0", "--outlet", "HP").code == 0
    assert names(filled)["Harbour Post"] == 2
    shape = json.loads(filled("outlets", "alias", "Harbour Post", "HP", "--remove", "--json").out)
    assert shape == {"name": "Harbour Post", "variants": ["Harbor Post"], "domains": []}
    assert filled("edit", "item1", "--outlet", "HP").code == 0
    assert names(filled)["HP"] == 1


def test_sites_go_out_and_come_in(filled: Cli) -> None:
    """Export and import carry the sites a writer named."""
    filled("outlets", "alias", "Harbour Post", "--domain", "hp.example")
    whole = filled("export", "--format", "json").out
    assert filled("init", "other").code == 0
    assert filled("--bank", "other/store", "import", "-", "--format", "json", stdin=whole.encode()).code == 0
    listed = json.loads(filled("--bank", "other/store", "outlets", "list", "Harbour Post", "--json").out)
    assert listed["outlets"] == [{"name": "Harbour Post", "variants": [], "domains": ["hp.example"], "articles": 1}]


@pytest.mark.parametrize(
    "words",
    [
        ["frob"],
        ["alias"],
        ["merge"],
        ["merge", "Vzglyad"],
        ["alias", "Vzglyad"],
        ["list", "--remove"],
        ["merge", "Vzglyad", "Vzgliad", "--domain", "vz.ru"],
        ["alias", "Vzglyad", "--domain", "no host"],
        ["merge", "Vzglyad", "Vzglyad", "--yes"],
    ],
)
def test_what_is_no_use_is_a_usage_error(filled: Cli, words: list[str]) -> None:
    """A wrong verb, too few names and options of another verb exit with 2 and one line."""
    told = filled("outlets", *words)
    assert (told.code, told.out) == (2, "")
    assert told.err.count("\n") == 1


@pytest.mark.parametrize(
    "words", [["merge", "Vzglyad", "Harbor Post"], ["alias", "Harbor Boat", "HB"], ["list", "Harbor Boat"]]
)
def test_unknown_outlets_are_told_with_the_nearest(filled: Cli, words: list[str]) -> None:
    """A name the bank does not have exits with 1 and a hint."""
    told = filled("outlets", *words)
    assert told.code == 1
    assert "Harbour Post" in told.err or "see `quotebank outlets`" in told.err


def test_an_empty_bank_has_no_outlets(cli: Cli) -> None:
    """Nothing to list is said, and the JSON is an empty list."""
    cli("init")
    assert cli("outlets").code == 1
    told = cli("outlets", "--json")
    assert (told.code, json.loads(told.out)) == (1, {"outlets": []})


def test_hostile_names_are_shown_inert(cli: Cli) -> None:
    """Escape sequences in an outlet's name reach neither the list nor the hints."""
    cli("init")
    bring_in(cli, "Harbour\x1b[2J Post", "Harbour\x1b[2J-Post")
    told = cli("outlets", terminal=True, NO_COLOR="1")
    assert "\x1b" not in told.out + told.err
    assert "look like one outlet" in told.err
