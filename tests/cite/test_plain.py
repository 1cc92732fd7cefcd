"""quotebank's plain form says who, where and when, and nothing that is not known."""

import json
import shutil
import subprocess

import pytest
from hypothesis import given, settings

from quotebank.cite.plain import FORMS, cite, cite_quote, reference
from quotebank.errors import QuotebankError, UsageError
from quotebank.model.articles import Article, Original
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name
from quotebank.model.quotes import Locator, Quote, Via
from tests.model.strategies import articles, nasty_text, quotes

REPORT = Article(key="report", type="report", title="Country Report", date=PartialDate.from_edtf("2021-11"))


def item(**fields: object) -> Article:
    """An article of the Valdai Club."""
    known: dict[str, object] = {
        "key": "lankov2021",
        "title": "A new ism",
        "authors": [{"family": "Lankov", "given": "Andrei"}],
        "outlet": "Valdai Club",
        "date": "2021-11-11",
    }
    return Article.from_json({name: value for name, value in (known | fields).items() if value is not None})


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("note", "Andrei Lankov, “A new ism,” Valdai Club, 11 November 2021"),
        ("markdown", "Andrei Lankov, “A new ism,” *Valdai Club*, 11 November 2021"),
        ("bibliography", "Lankov, Andrei. “A new ism.” Valdai Club, 11 November 2021."),
        ("intext", "(Lankov, Valdai Club, 11 November 2021)"),
        ("pandoc", "[@lankov2021]"),
        ("latex", "\\cite{lankov2021}"),
        ("footnote", "[^lankov2021]: Andrei Lankov, “A new ism,” *Valdai Club*, 11 November 2021."),
    ],
)
def test_every_form(form: str, text: str) -> None:
    """Each form says the same article in its own way."""
    assert cite(item(), form) == text


@pytest.mark.parametrize(
    ("article", "note"),
    [
        (item(authors=None), "“A new ism,” Valdai Club, 11 November 2021"),
        (item(title=None), "Andrei Lankov, Valdai Club, 11 November 2021"),
        (item(title=None, authors=None), "Valdai Club, 11 November 2021"),
        (item(date=None), "Andrei Lankov, “A new ism,” Valdai Club, n.d."),
        (item(date="2021", issue="10"), "Andrei Lankov, “A new ism,” Valdai Club, No. 10, 2021"),
        (item(date="2021-23"), "Andrei Lankov, “A new ism,” Valdai Club, autumn 2021"),
        (item(date="2021-11", date_inferred=True), "Andrei Lankov, “A new ism,” Valdai Club, November 2021"),
        (item(authors=[{"literal": "TASS"}]), "TASS, “A new ism,” Valdai Club, 11 November 2021"),
        (
            item(authors=[{"family": "Kim", "given": "Jong-un", "family_first": True}]),
            "Kim Jong-un, “A new ism,” Valdai Club, 11 November 2021",
        ),
    ],
)
def test_what_is_not_known_is_not_said(article: Article, note: str) -> None:
    """Unsigned, untitled, undated, half dated: said as far as it is known, and no further."""
    assert cite(article) == note


def test_locators() -> None:
    """A place in the source follows the date in the words of the field."""
    for locator, shown in (
        (Locator("page", "3"), "p. 3"), (Locator("page", "3-4"), "pp. 3-4"), (Locator("paragraph", "11"), "para. 11"),
    ):  # fmt: skip
        assert cite(item(), locator=locator).endswith(f"2021, {shown}")
    assert cite(item(), "pandoc", locator=Locator("page", "3")) == "[@lankov2021, p. 3]"
    assert cite(item(), "latex", locator=Locator("page", "3")) == "\\cite[p.~3]{lankov2021}"


def test_as_cited_in() -> None:
    """A quote read elsewhere says where, with the place there."""
    quote = Quote(id="q", article="lankov2021", text="Juche goes.", via=Via("report", Locator("paragraph", "11")))
    text = cite_quote(quote, item(), REPORT)
    assert text.startswith("Juche goes. — Andrei Lankov")
    assert text.endswith("quoted in Country Report, November 2021, para. 11")
    assert cite_quote(quote, item(), REPORT, "pandoc").endswith("[@lankov2021; quoted in @report, para. 11]")


def test_only_the_source_s_own_words_are_in_quotation_marks() -> None:
    """A direct quotation is quoted, once; a paraphrase is not."""
    direct = Quote(article="lankov2021", text="“Juche goes.”", kind="direct")
    assert cite_quote(direct, item()).startswith("“Juche goes.”")
    assert cite_quote(Quote(article="lankov2021", text="Juche goes."), item()).startswith("Juche goes.")


def test_an_unknown_form_names_the_known() -> None:
    """A form that there is not is refused with the choice."""
    with pytest.raises(UsageError, match="note"):
        cite(item(), "haiku")


@settings(max_examples=60)
@given(article=articles(text=nasty_text()), quote=quotes(text=nasty_text()))
def test_any_record_can_be_cited(article: Article, quote: Quote) -> None:
    """Every storable record has a citation in every form, on one line whatever its texts hold."""
    for form in FORMS:
        try:
            texts = [cite(article, form), cite_quote(quote, article, REPORT, form)]
        except QuotebankError:  # a key that pandoc or LaTeX would not take
            continue
        assert all(text.strip() for text in texts)
        assert "\n" not in texts[0]
    assert "\n" not in reference(article)


@pytest.mark.tools
@pytest.mark.parametrize(
    "title", ["*a* _b_ `c`", "[x](y) <b>", "1. one", "# head", "a \\ b | ~c~ ^d^ $e$", "@key and [@key]"]
)
def test_markdown_says_what_the_title_says(title: str) -> None:
    """Markup in a title is shown by pandoc as it was written."""
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        pytest.skip("pandoc is not installed")
    text = cite(Article(key="k1", title=title, outlet="O", original=Original()), "markdown")
    done = subprocess.run(
        [pandoc, "-f", "markdown-smart", "-t", "json"], input=text.encode(), capture_output=True, check=True
    )
    blocks = json.loads(done.stdout)["blocks"]
    assert [block["t"] for block in blocks] == ["Para"]
    kinds = {part["t"] for part in blocks[0]["c"]}
    assert kinds <= {"Str", "Space", "Emph", "SoftBreak"}
    shown = "".join(part["c"] if part["t"] == "Str" else " " for part in blocks[0]["c"] if part["t"] != "Emph")
    assert title in shown


def test_names_of_several() -> None:
    """Two and three authors are all named; in the text four become one and others."""
    four = tuple(Name(name, "X.") for name in ("A", "B", "C", "D"))
    for count, shown in ((2, "A and B"), (3, "A, B, and C"), (4, "A et al.")):
        record = Article(key="k1", authors=four[:count], outlet="O")
        assert cite(record, "intext").startswith(f"({shown}, O")
    assert "D, X." not in cite(Article(key="k1", authors=four, outlet="O"), "intext")
    assert "X. D" in cite(Article(key="k1", authors=four, outlet="O"), "bibliography")
