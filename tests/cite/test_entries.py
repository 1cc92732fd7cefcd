"""Bibliography entries, notes and references in the text say the same in their own order."""

import pytest

from quotebank.cite.plain import cite, cite_quote, note_pieces, reference
from quotebank.model.articles import Article
from quotebank.model.quotes import Locator, Quote, Via

REPORT = Article.from_json(
    {
        "key": "report",
        "type": "report",
        "title": "Country Report",
        "authors": [{"family": "Rozman", "given": "Gilbert"}],
        "publisher": "Asan Forum",
        "date": "2021-11",
        "url": "https://asan.example/report",
    }
)
PARA = Locator("paragraph", "11")
QUOTE = Quote(id="q", article="k1", text="Juche goes.", via=Via("report", PARA))


def item(**changes: object) -> Article:
    """A newspaper article."""
    shape: dict[str, object] = {
        "key": "k1",
        "title": "Talks",
        "authors": [{"family": "Zuenko", "given": "Ivan"}],
        "outlet": "Profil",
        "date": "2021-10-02",
    }
    return Article.from_json({name: value for name, value in (shape | changes).items() if value is not None})


@pytest.mark.parametrize(
    ("article", "entry"),
    [
        (item(), "Zuenko, Ivan. “Talks.” Profil, 2 October 2021."),
        (item(title="Why?"), "Zuenko, Ivan. “Why?” Profil, 2 October 2021."),
        (item(title="Talks."), "Zuenko, Ivan. “Talks.” Profil, 2 October 2021."),
        (item(title="In the U.S."), "Zuenko, Ivan. “In the U.S.” Profil, 2 October 2021."),
        (item(authors=None), "Profil. “Talks.” 2 October 2021."),
        (item(authors=None, issue="10", volume="3"), "Profil. “Talks.” Vol. 3, No. 10, 2 October 2021."),
        (item(title=None), "Zuenko, Ivan. Profil, 2 October 2021."),
        (item(title=None, authors=None, date=None), "Profil. n.d."),
        (item(url="https://x.y/1"), "Zuenko, Ivan. “Talks.” Profil, 2 October 2021. https://x.y/1."),
        (item(pages="3-4"), "Zuenko, Ivan. “Talks.” Profil, 2 October 2021, pp. 3-4."),
        (
            item(translator=[{"family": "Smith", "given": "Jane"}]),
            "Zuenko, Ivan. “Talks.” Translated by Jane Smith. Profil, 2 October 2021.",
        ),
        (REPORT, "Rozman, Gilbert. Country Report. Asan Forum, November 2021. https://asan.example/report."),
        (Article(key="k1"), "k1. n.d."),
        (Article(key="k1", url="https://x.y/1"), "https://x.y/1. n.d."),
    ],
)
def test_bibliography_entries(article: Article, entry: str) -> None:
    """Under the author, or the outlet where nobody signed; every part a sentence with one full stop."""
    assert cite(article, "bibliography") == entry


def test_authors_of_an_entry() -> None:
    """All are named, the first turned round unless it is written family first or is an institution."""
    people = [{"family": name, "given": "X."} for name in ("Abe", "Baker", "Cole", "Day")]
    assert cite(item(authors=people), "bibliography").startswith("Abe, X., X. Baker, X. Cole, and X. Day. “")
    assert cite(item(authors=people[:2]), "bibliography").startswith("Abe, X., and X. Baker. “")
    kim = {"family": "Kim", "given": "Jong-un", "family_first": True}
    assert cite(item(authors=[kim, people[0]]), "bibliography").startswith("Kim Jong-un and X. Abe. “")
    bank = {"literal": "World Bank"}
    assert cite(item(authors=[bank, people[0]]), "bibliography").startswith("World Bank and X. Abe. “")
    king = {"family": "King", "given": "Martin", "suffix": "Jr."}
    assert cite(item(authors=[king]), "bibliography").startswith("King, Martin, Jr. “")


def test_family_names_keep_their_particles() -> None:
    """In the text people go by their family names with the particle."""
    leyen = {"family": "Leyen", "given": "Ursula", "particle": "von der"}
    assert cite(item(authors=[leyen]), "intext") == "(von der Leyen, Profil, 2 October 2021)"


def test_an_outlet_that_signs_itself_is_said_once() -> None:
    """TASS in TASS is TASS; another institution, or another author beside it, is named."""
    tass = {"literal": "TASS"}
    signed = item(authors=[tass], outlet="TASS")
    assert cite(signed) == "“Talks,” TASS, 2 October 2021"
    assert cite(signed, "intext") == "(TASS, 2 October 2021)"
    assert cite(signed, "bibliography") == "TASS. “Talks.” 2 October 2021."
    assert cite(item(authors=[tass])).startswith("TASS, “Talks,” Profil")
    assert cite(item(authors=[tass, {"family": "Zuenko"}], outlet="TASS")).startswith("Zuenko, “Talks,” TASS")
    assert cite(item(authors=[tass], outlet=None)).startswith("TASS, “Talks,”")


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"original": {"title": "Переговоры"}}, "“Talks” [Переговоры], "),
        ({"title_translated": "Talking"}, "“Talks” [Talking], "),
        ({"original": {"title": "Переговоры"}, "title_translated": "Talking"}, "“Talks” [Переговоры] [Talking], "),
        ({"title": None, "title_translated": "Talking"}, "[Talking], "),
        ({"title": None, "original": {"title": "Переговоры"}}, "“Переговоры,” "),
        ({"original": {"title": "Talks"}, "title_translated": "Talks"}, "“Talks,” "),
        ({"title": "He said “go”"}, "“He said ‘go,’” "),
        ({"title": "two\nlines"}, "“two lines,” "),
    ],
)
def test_titles(changes: dict[str, object], title: str) -> None:
    """Original and translated titles in brackets, each once, outside the quotation marks."""
    assert cite(item(authors=None, **changes)) == f"{title}Profil, 2 October 2021"


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2021?", "2021 (?)"),
        ("2021-10~", "c. October 2021"),
        ("2021-22", "summer 2021"),
        ("2021-10-04/2021-10-06", "4–6 October 2021"),
        (None, "n.d."),
    ],
)
def test_dates(date: str | None, shown: str) -> None:
    """A date is said as it is known, a doubt of the source's with it."""
    assert cite(item(date=date)).endswith(f"Profil, {shown}")


def test_an_inferred_year_is_not_marked() -> None:
    """What was inferred at reading is for the bank to know, not for the paper."""
    assert cite(item(date="2021-10-02", date_inferred=True)) == cite(item())


@pytest.mark.parametrize(
    ("form", "tail"),
    [
        ("note", ", quoted in Gilbert Rozman, Country Report, Asan Forum, November 2021, para. 11"),
        ("markdown", ", quoted in Gilbert Rozman, *Country Report*, Asan Forum, November 2021, para. 11"),
        ("bibliography", ". Quoted in Gilbert Rozman, Country Report, Asan Forum, November 2021, para. 11."),
        ("intext", ", quoted in Rozman, Asan Forum, November 2021, para. 11)"),
        ("pandoc", "[@k1; quoted in @report, para. 11]"),
        ("latex", "\\cite{k1}, quoted in \\cite[para.~11]{report}"),
    ],
)
def test_what_was_read_elsewhere_says_where(form: str, tail: str) -> None:
    """Each form names the source that was really read, and the place in it."""
    assert cite_quote(QUOTE, item(), REPORT, form).endswith(tail)
    assert cite(item(), form, via=REPORT, via_locator=PARA).endswith(tail)


def test_a_footnote_has_the_address_of_what_was_read() -> None:
    """The address after a quote read elsewhere is that of the source that was read."""
    note = cite_quote(QUOTE, item(url="https://x.y/1"), REPORT, "footnote").split("\n\n")[1]
    assert note.endswith(", para. 11, <https://asan.example/report>.")
    assert "https://x.y/1" not in note


def test_a_source_that_is_gone_is_not_named() -> None:
    """Where the bank no longer knows what was read, the article is cited alone."""
    assert cite_quote(QUOTE, item(), None, "pandoc") == "Juche goes. [@k1]"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Go.", "“Go.”"),
        ("“Go.”", "“Go.”"),
        ("«Go.»", "“Go.”"),
        ('"Go."', "“Go.”"),
        ("“Go,” he said, “now.”", "“‘Go,’ he said, ‘now.’”"),
        ("“", "“‘”"),
    ],
)
def test_direct_quotations(text: str, said: str) -> None:
    """Quotation marks once around the whole, single ones within."""
    quote = Quote(article="k1", text=text, kind="direct")
    assert cite_quote(quote, item()).partition(" — ")[0] == said


@pytest.mark.parametrize("kind", ["paraphrase", "summary", "comment"])
def test_the_writers_own_words_are_not_quoted(kind: str) -> None:
    """Nothing but the source's own words stands in quotation marks."""
    quote = Quote(article="k1", text="Juche goes.", kind=kind, speaker="Lavrov", translation="Weg damit")
    assert cite_quote(quote, item(), form="intext") == (
        "Lavrov: Juche goes. [Weg damit] (Zuenko, Profil, 2 October 2021)"
    )


def test_a_footnote_is_a_mark_and_a_note() -> None:
    """Words, mark, an empty line, and the note that the mark means, ended by a full stop."""
    quote = Quote(article="k1", text="*Juche* goes.", locator=Locator("page", "3"))
    assert cite_quote(quote, item(), form="footnote") == (
        "\\*Juche\\* goes.[^k1]\n\n[^k1]: Ivan Zuenko, “Talks,” *Profil*, 2 October 2021, p. 3."
    )


def test_words_are_escaped_for_where_they_go() -> None:
    """LaTeX gets LaTeX, Markdown and pandoc get Markdown, plain text gets the text."""
    quote = Quote(article="k1", text="50% of *x*")
    assert cite_quote(quote, item(), form="latex").startswith("50\\% of *x* \\cite")
    assert cite_quote(quote, item(), form="pandoc").startswith("50% of \\*x\\* [@")
    assert cite_quote(quote, item(), form="note").startswith("50% of *x* — ")


def test_pages_of_the_article_give_way_to_the_place() -> None:
    """A note names the place that is cited, else the article's pages."""
    article = item(pages="3-9")
    assert cite(article).endswith(", pp. 3-9")
    assert cite(article, locator=Locator("page", "4")).endswith("2021, p. 4")


def test_pieces_for_other_formats() -> None:
    """A note comes in pieces with several places, for whoever marks it up differently."""
    pieces = note_pieces(REPORT, [Locator("paragraph", "3"), PARA])
    assert ("italic", "Country Report") in pieces
    assert pieces[-1] == ("text", ", Asan Forum, November 2021, paras. 3, 11")


def test_a_reference_ends_with_the_address() -> None:
    """An item of a list of sources is a sentence with its address, which is named once."""
    assert reference(item(url="https://x.y/1")).endswith("2 October 2021, <https://x.y/1>.")
    assert reference(Article(key="k1", url="https://x.y/1")) == "<https://x.y/1>, n.d."
