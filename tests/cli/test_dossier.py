"""``dossier``: a document on stdout or in a file, the same as data, and the documented exit codes."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Cli


def test_a_document_on_stdout(sample: Cli) -> None:
    """Without more the document is printed, and nothing else is said."""
    done = sample("dossier", "hermit", "kingdom")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("# Dossier: hermit kingdom\n\n")
    assert "[@lankov2021; quoted in @countryreport2021russia, para. " in done.out


def test_grouped_and_narrowed(sample: Cli) -> None:
    """--by and the filters of `list` do what they say."""
    done = sample("dossier", "--author", "Zuenko", "--by", "outlet", "--after", "2021-10-31")
    assert "# Dossier: authors Zuenko; after 2021-10-31\n" in done.out
    assert "\n### Profil\n" in done.out
    assert "zuenko2021a" in done.out
    assert "@zuenko2021]" not in done.out
    assert "### Suga" in sample("dossier", "--tag", "Suga", "--by", "tag").out


def test_a_file_is_written_whole(sample: Cli, tmp_path: Path) -> None:
    """With --output the document goes to a file and stdout stays empty; the message names file and bank."""
    done = sample("dossier", "Kim", "--output", "kim.md")
    assert (done.code, done.out) == (0, "")
    assert str(tmp_path / "kim.md") in done.err
    assert (tmp_path / "kim.md").read_text(encoding="utf-8") == sample("dossier", "Kim").out
    assert sample("dossier", "Kim", "-o", "-").out == sample("dossier", "Kim").out


def test_the_same_as_data(sample: Cli, tmp_path: Path) -> None:
    """With --json it is one JSON document, to a file too."""
    done = sample("dossier", "Kim", "--json")
    shape = json.loads(done.out)
    assert list(shape) == [
        "query", "filters", "by", "passages", "records", "groups", "timeline", "counts", "warnings", "without_passages",
    ]  # fmt: skip
    item = shape["groups"][0]["items"][0]
    assert {"key", "id", "kind", "text", "date", "citation", "via"} <= set(item)
    assert sample("dossier", "Kim", "--json", "--output", "kim.json").out == ""
    assert json.loads((tmp_path / "kim.json").read_text(encoding="utf-8")) == shape


def test_a_saved_search(sample: Cli) -> None:
    """A search that was kept is asked again by its name."""
    sample("search", "Kimjongunism", "--save", "kim")
    assert "@lankov2021a" in sample("dossier", "@kim").out
    assert sample("dossier", "@none").code == 1


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("xqzzkw",), 1), (("--author", "Nobody"), 1), ((), 2), (("",), 2), (("Kim", "--by", "size"), 2),
        (("Kim", "--after", "someday"), 2), (("colour:red",), 2), (("Kim", "--output", "no/such/x.md"), 73),
        (("Kim", "--output", "store/bank.jsonl"), 73),
    ],
)  # fmt: skip
def test_exit_codes(sample: Cli, bank_file: Path, words: tuple[str, ...], code: int) -> None:
    """Nothing found is 1, misuse 2, a file that cannot be made 73; nothing is printed, and the bank is as it was."""
    before = bank_file.read_bytes()
    done = sample("dossier", *words)
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith("quotebank: ")
    assert bank_file.read_bytes() == before


def test_stored_text_is_inert(sample: Cli) -> None:
    """Escape sequences and overrides of the writing direction do not reach a terminal."""
    sample("add", "-t", "T", "-o", "Red\x1b[31m\u202eHerald", "-k", "red1")
    sample("quote", "red1", "Words \x1b[2J of it.")
    done = sample("dossier", "key:red1", terminal=True)
    assert done.code == 0
    assert not {"\x1b", "\u202e"} & set(done.out)
