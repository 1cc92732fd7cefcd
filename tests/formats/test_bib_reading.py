"""Library files of other programs, as records: fields, names, dates, languages, LaTeX, encodings."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quotebank.formats import FORMATS, Context
from quotebank.formats.bib_names import read_names
from quotebank.formats.bib_reading_fields import read_date, read_language
from quotebank.formats.bib_source import decode_source
from quotebank.formats.parsed import Parsed
from quotebank.model.articles import Article
from quotebank.model.quotes import Quote, Via

ZOTERO = r"""
@article{zuenko_novaya_2021,
	title = {Novaya {\'e}tika {--} {China} and the {West}},
	volume = {12},
	issn = {1234-5678},
	url = {https://profile.ru/a_b%20c},
	doi = {10.1/a_b},
	abstract = {It is said \& done: 50\% of it.},
	language = {ru},
	number = {10},
	urldate = {2021-11-30},
	journal = {Profil{\textquoteright}},
	author = {Zuenko, Ivan and von der Leyen, Ursula and {World Bank} and others},
	editor = {Kim, Jong-un},
	month = oct,
	year = {2021},
	note = {Read twice},
	keywords = {China, ethics},
	pages = {12--15},
	file = {:x/y_z.pdf:PDF},
}
"""


def read(text: str) -> Parsed:
    """What a text says."""
    return FORMATS["biblatex"].read(text.encode())


def one(text: str) -> Article:
    """The article of a text that has one, and no problem."""
    parsed = read(text)
    assert list(parsed.problems) == []
    [article] = parsed.articles
    return article


def test_a_classic_entry() -> None:
    """Fields come into theirs, LaTeX as Unicode, addresses untouched; what quotebank has no field for comes along."""
    article = one(ZOTERO)
    assert article.title == "Novaya étika – China and the West"
    assert (article.outlet, article.volume, article.issue, article.pages) == ("Profil’", "12", "10", "12-15")
    assert (article.date and article.date.text, article.accessed and article.accessed.text) == ("2021-10", "2021-11-30")
    assert article.url == "https://profile.ru/a_b%20c"
    assert [name.display for name in article.authors] == ["Ivan Zuenko", "Ursula von der Leyen", "World Bank", "others"]
    assert (article.language, article.note, article.tags) == ("ru", "Read twice", ("China", "ethics"))
    assert article.extra["csl"] == {
        "ISSN": "1234-5678", "DOI": "10.1/a_b", "abstract": "It is said & done: 50% of it.",
        "editor": [{"family": "Kim", "given": "Jong-un"}],
    }  # fmt: skip
    assert article.extra["biblatex"] == {"fields": {"file": ":x/y_z.pdf:PDF"}}


@pytest.mark.parametrize("name", ["biblatex", "bibtex"])
def test_what_came_in_goes_out(name: str) -> None:
    """Fields and types of others are written again, and read again they are the same record."""
    article = one(ZOTERO.replace("@article", "@software"))
    text = "".join(FORMATS[name].write([article], Context()))
    assert text.startswith("@software{")
    for expected in (
        "doi = {10.1/a_b}",
        "file = {:x/y_z.pdf:PDF}",
        "editor = {Kim, Jong-un}",
        "and others}",
        "50\\% of",
    ):
        assert expected in text
    assert FORMATS[name].read(text.encode()).articles == [article]
    bare = "".join(FORMATS[name].write([article], Context(bare=True)))
    assert "doi = {10.1/a_b}" in bare
    assert "verba" not in bare


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lankov, Andrei", {"family": "Lankov", "given": "Andrei"}),
        ("Andrei Lankov", {"family": "Lankov", "given": "Andrei"}),
        ("von der Leyen, Ursula", {"family": "Leyen", "given": "Ursula", "particle": "von der"}),
        ("Ursula von der Leyen", {"family": "Leyen", "given": "Ursula", "particle": "von der"}),
        ("King, Jr., Martin Luther", {"family": "King", "given": "Martin Luther", "suffix": "Jr."}),
        ("{World Bank and Co}", {"literal": "World Bank and Co"}),
        ("{bin Salman}, Mohammed", {"family": "bin Salman", "given": "Mohammed"}),
        ('M{\\"u}ller, J{\\"o}rg', {"family": "Müller", "given": "Jörg"}),
        ("毛, 泽东", {"family": "毛", "given": "泽东"}),
        ("family=Kim, given=Jong-un", {"family": "Kim", "given": "Jong-un"}),
        ("TASS", {"literal": "TASS"}),
        ("others", {"literal": "others"}),
        ("A, B, C, D", {"literal": "A, B, C, D"}),
    ],
)
def test_names_have_their_parts(text: str, expected: dict[str, str]) -> None:
    """Every form of name that BibTeX and biber know."""
    assert read_names(text) == [expected]


def test_and_parts_names_outside_braces() -> None:
    """``and`` within braces is part of a name, in any case and width outside it is not; empty names are none."""
    names = read_names("A, B  and\nC, D AND {E and F} and ")
    assert [name.get("family", name.get("literal")) for name in names] == ["A", "C", "E and F"]


@given(st.text(max_size=60))
@example("{")
def test_any_text_is_a_list_of_names(text: str) -> None:
    """No field of names is too odd to be read, and no name has nothing in it."""
    assert all(name.get("family") or name.get("literal") for name in read_names(text))


@pytest.mark.parametrize(
    ("date", "year", "month", "day", "expected"),
    [
        ("2021-10-04", "", "", "", "2021-10-04"), ("2021-10/2021-11", "", "", "", "2021-10/2021-11"),
        ("2021?", "", "", "", "2021?"), ("", "2021", "", "", "2021"), ("", "2021", "oct", "", "2021-10"),
        ("", "2021", "October", "4", "2021-10-04"), ("", "2021", "10", "", "2021-10"),
        ("", "2021", "29~sep", "", "2021-09-29"),
        ("", "2021", "sep 29", "", "2021-09-29"), ("", "2021", "Fall", "", "2021-23"), ("", "n.d.", "", "", ""),
        ("rubbish", "2021", "", "", "2021"), ("", "2021", "13", "", "2021"), ("", "", "oct", "", ""),
    ],
)  # fmt: skip
def test_dates(date: str, year: str, month: str, day: str, expected: str) -> None:
    """``date`` first, else year, month and day however they are written; what is none gives none."""
    assert read_date(date, year, month, day) == expected


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("russian", "ru"),
        ("ngerman", "de"),
        ("British", "en-GB"),
        ("ru", "ru"),
        ("zh-Hant", "zh-Hant"),
        ("klingon", "klingon"),
    ],
)
def test_languages(text: str, tag: str) -> None:
    """Babel's names become tags; a tag, and a name nobody knows, stay."""
    assert read_language(text) == tag


@pytest.mark.parametrize(
    ("kind", "more", "expected"),
    [
        ("article", "", "article-journal"), ("article", "entrysubtype = {newspaper},", "article-newspaper"),
        ("online", "", "webpage"), ("report", "", "report"), ("techreport", "", "report"),
        ("incollection", "", "chapter"),
        ("phdthesis", "", "thesis"), ("misc", "", "document"), ("misc", "type = {Broadcast},", "broadcast"),
        ("software", "", "document"),
    ],
)  # fmt: skip
def test_types(kind: str, more: str, expected: str) -> None:
    """Entry types, their subtype, and the noun in ``type`` that our own writer uses."""
    assert one(f"@{kind}{{k, title = {{T}}, {more}}}").type == expected


def test_unknown_latex_is_kept_and_told() -> None:
    """A command nobody knows stays in the text, and a problem names it; the record is there all the same."""
    parsed = read("@article{k, title = {The \\foo{bar} of $x^2$}}")
    assert parsed.articles[0].title == "The \\foo{bar} of $x^2$"
    [problem] = parsed.problems
    assert (problem.line, "\\foo" in problem.message, "$…$" in problem.message) == (1, True, True)


def test_parents_hand_down() -> None:
    """Fields of a crossref'd entry are in its children's records."""
    parsed = read(
        "@incollection{c, title = {Mine}, crossref = {p}}\n@book{p, title = {Book}, publisher = {X}, year = 2020}"
    )
    assert [(article.outlet, article.publisher) for article in parsed.articles] == [("Book", "X"), ("", "X")]


def test_a_tampered_field_is_a_problem() -> None:
    """What was kept and does not fit any more is told, with the entry's line."""
    parsed = read("\n@misc{k, title = {T}, author = {A, B}, verba = {quotebank:authors/5/original=x}}")
    assert parsed.articles == []
    assert parsed.problems[0].line == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1251", "koi8-r"])
def test_russian_files_in_any_encoding(encoding: str) -> None:
    """A Russian library of any decade is read; where the encoding was guessed, that is told."""
    text = "@article{k,\r\n  title = {Взгляд на новую этику},\r\n  author = {Зуенко, Иван}\r\n}\r\n"
    parsed = FORMATS["bibtex"].read(text.encode(encoding))
    assert parsed.articles[0].title == "Взгляд на новую этику"
    assert bool(parsed.problems) == (encoding in ("cp1251", "koi8-r"))


@pytest.mark.parametrize("name", ["undefined", "idna", "punycode", "unicode_escape", "rot13", "x"])
def test_encodings_of_another_kind(name: str) -> None:
    """A file that names what is no encoding of files is read all the same."""
    assert FORMATS["bibtex"].read(f"% Encoding: {name}\n@misc{{a, title={{\u042f}}}}".encode("cp1251")).articles


def test_western_files_and_named_encodings() -> None:
    """Latin-1 is guessed and told; JabRef's line names the encoding, and is believed if it can be."""
    assert decode_source("Müller – café".encode("cp1252")).text == "Müller – café"
    assert decode_source("% Encoding: Cp1251\nВзгляд".encode("cp1251")) == ("% Encoding: Cp1251\nВзгляд", ())
    assert decode_source("% Encoding: ISO8859_1\né".encode("latin-1")).text.endswith("é")
    wrong = decode_source("% Encoding: US-ASCII\nü".encode())
    assert wrong.text.endswith("ü")
    assert "it is not" in wrong.problems[0].message


@given(st.binary(max_size=300))
def test_any_bytes_are_a_text(data: bytes) -> None:
    """No file is too odd to be read; line ends are LF and no control characters are left."""
    text = decode_source(data).text
    assert "\r" not in text
    assert not any(char < " " and char not in "\t\n" for char in text)
    FORMATS["biblatex"].read(data)


@pytest.mark.parametrize("name", ["biblatex", "bibtex"])
def test_fields_we_write_too_survive(name: str) -> None:
    """What others say in the fields where we say where a work was read stays beside ours, and comes back."""
    text = (
        "@book{k, title = {T}, author = {A, B}, publisher = {P}, year = {2020}, addendum = {Foreign.},"
        " annotation = {Mine}, annote = {Old}, pubstate = {inpress}, options = {dataonly}, related = {x},"
        " relatedtype = {reprintof}}"
    )
    article = one(text)
    digest = Article(key="d", title="Digest")
    quote = Quote(id="q", article="k", text="said", via=Via("d"))
    context = Context(quotes_of=lambda _: [quote], find=lambda _: digest, annotate=True)
    written = "".join(FORMATS[name].write([article], context))
    for expected in ("Foreign", "Mine", "Old", "inpress", "dataonly", "reprintof", "Quoted in", "said"):
        assert expected in written
    assert FORMATS[name].read(written.encode()).articles == [article]
