"""Values of BibTeX fields: titles keep their capitals, names their parts, addresses their bytes."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.formats.bib_fields import keyword_list, page_range, sentences
from quotebank.formats.bib_text import (
    field_text,
    field_url,
    is_whole_number,
    language_name,
    name_list,
    printed_url,
    title_text,
)
from quotebank.model.names import Name
from quotebank.text.lines import one_line
from tests.model.strategies import names, nasty_text

_COMMANDS = {
    "textbackslash": "\\", "textasciicircum": "^", "textasciitilde": "~", "textbraceleft": "{", "textbraceright": "}",
}  # fmt: skip


def shown(value: str) -> str:
    """What LaTeX prints of a value: commands as their characters, escapes undone, bare braces gone."""

    def meant(match: re.Match[str]) -> str:
        command, escaped = match.groups()
        return _COMMANDS[command] if command else escaped or ""

    return re.sub(r"\\([a-z]+)\{\}|\\([&#_%${}])|[{}]", meant, value)


def balanced(value: str) -> bool:
    """Whether BibTeX, which counts escaped braces too, finds each closed in its place."""
    depth = 0
    for char in value:
        depth += (char == "{") - (char == "}")
        if depth < 0:
            return False
    return depth == 0


@settings(max_examples=150)
@given(nasty_text(), st.sampled_from(["", "en", "en-US", "ru", "zh-Hant", "xx"]))
def test_a_title_is_printed_as_it_is(title: str, language: str) -> None:
    """Whatever the title, its value is balanced and prints the title and nothing else."""
    value = title_text(title, language)
    assert balanced(value)
    assert shown(value) == one_line(title)


@settings(max_examples=150)
@given(nasty_text())
def test_a_text_is_printed_as_it_is(text: str) -> None:
    """The same holds for every other field of text."""
    value = field_text(text)
    assert balanced(value)
    assert shown(value) == one_line(text)


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("Japan has talks with Russia", "Japan has talks with {Russia}"),
        ("Country Report: Russia (November 2021)", "Country {Report}: {Russia} ({November} 2021)"),
        ("NATO and the EU", "{NATO} and the {EU}"),
        ("“Putin” and «Xi»", "“{Putin}” and «{Xi}»"),
        ("a visit to the U.S.", "a visit to the {U.S}."),
        ("iPhone diplomacy", "{iPhone} diplomacy"),
        ("Why? Because", "Why? {Because}"),
        ("R&D in Russia", "{R\\&D} in {Russia}"),
        ("on #MeToo", "on {{\\#MeToo}}"),
        ("all lower case", "all lower case"),
        ("北京 and Москва", "北京 and {Москва}"),
        ("", ""),
    ],
)
def test_english_titles_keep_their_capitals(title: str, value: str) -> None:
    """Words with a capital are braced, the first only for a capital inside; punctuation stays outside."""
    assert title_text(title, "en") == title_text(title, "") == value


def test_other_languages_are_braced_whole() -> None:
    """Where no language has title case nothing may be changed; a title of nothing gets no braces."""
    assert title_text("Новая Этика & мы", "ru") == "{Новая Этика \\& мы}"
    assert title_text("  ", "ru") == "  "
    assert title_text("Enfin Russie", "eno") == "{Enfin Russie}"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (Name("Zuenko", "Ivan"), "Zuenko, Ivan"),
        (Name("King", "Martin Luther", suffix="Jr."), "King, Jr., Martin Luther"),
        (Name("King", suffix="Jr."), "{King Jr.}"),
        (Name("Gaulle", "Charles", particle="de"), "de Gaulle, Charles"),
        (Name("bin Salman", "Mohammed"), "{bin Salman}, Mohammed"),
        (Name("hooks", "bell"), "hooks, bell"),
        (Name("毛", "泽东"), "毛, 泽东"),
        (Name("Kim", "Jong-un", family_first=True), "Kim, Jong-un"),
        (Name(given="Madonna"), "{Madonna}"),
        (Name("Pelé"), "Pelé"),
        (Name("Red Star"), "{Red Star}"),
        (Name(literal="World Bank and Co."), "{World Bank and Co.}"),
        (Name("Bonnie and Clyde", "X"), "{Bonnie and Clyde}, X"),
        (Name("others"), "{others}"),
        (Name("Smith, Jr", "John"), "{Smith, Jr}, John"),
        (Name("family=x", "y"), "{family=x}, y"),
        (Name("Müller & Söhne", "A"), "{Müller \\& Söhne}, A"),
        (Name(), ""),
        (Name(literal=" "), ""),
    ],
)
def test_names(name: Name, value: str) -> None:
    """People in BibTeX's order, institutions whole, and no part of a name can be a separator."""
    assert name_list([name]) == value


@settings(max_examples=100)
@given(st.lists(names(), max_size=4))
def test_as_many_names_as_there_are(people: list[Name]) -> None:
    """Outside of braces ``and`` stands only between names, and never two commas too many."""
    value = name_list(people)
    assert balanced(value)
    outside = value
    while (inner := re.sub(r"\{[^{}]*\}", "x", outside)) != outside:
        outside = inner
    parts = re.split(r"\sand\s", outside) if outside else []
    assert len(parts) <= len(people)
    assert all(part.strip() and part.count(",") <= 2 for part in parts)
    assert not {"others", "and"} & {part.strip().lower() for part in parts}


@settings(max_examples=100)
@given(nasty_text())
def test_an_address_cannot_leave_its_field(url: str) -> None:
    """An address has no brace, backslash, space or control left, typeset or verbatim."""
    assert not re.search(r"[{}\\\s\x00-\x1f\x7f-\x9f\ud800-\udfff]", field_url(url))
    assert balanced(printed_url(url))


def test_addresses_stay_as_they_are() -> None:
    """Marks that are special in text are none in an address; typeset, one TeX would misread is escaped."""
    assert field_url(" https://x.y/a_b?c=1&d=%20#e~f ") == "https://x.y/a_b?c=1&d=%20#e~f"
    assert printed_url("https://x.y/a_b") == "\\url{https://x.y/a_b}"
    assert printed_url("https://x.y/a%20b") == "https://x.y/a\\%20b"


@pytest.mark.parametrize(
    ("tag", "name"),
    [("ru", "russian"), ("zh-Hant-TW", "chinese"), ("EN_us", "english"), ("tlh", ""), ("", ""), ("}", "")],
)
def test_languages_have_babels_names(tag: str, name: str) -> None:
    """A tag's first part says the language; what babel does not know is left out."""
    assert language_name(tag) == name


@pytest.mark.parametrize(
    ("pages", "value"),
    [("3", "3"), ("3-4", "3--4"), ("3–4", "3--4"), ("A3 - A5", "A3--A5"), ("3, 7-9", "3, 7-9"), ("", ""), ("-", "-")],
)
def test_pages(pages: str, value: str) -> None:
    """A range has BibTeX's long dash, anything else stays as printed."""
    assert page_range(pages) == value


def test_only_whole_numbers_are_volumes() -> None:
    """Biber takes figures alone, and only ASCII ones."""
    assert is_whole_number("12")
    assert not any(map(is_whole_number, ("", "XII", "12A", "-1", "٣", "²")))


def test_sentences_have_one_stop_between_them() -> None:
    """No full stop is doubled, none is set at the end, and what is empty makes none."""
    assert sentences(["No. 10", "", " ", "Politics.", "Archived"]) == "No. 10. Politics. Archived"
    assert sentences(["Ends."]) == "Ends."
    assert sentences([]) == ""


def test_a_comma_cannot_split_a_tag() -> None:
    """As many keywords as tags that say anything."""
    assert keyword_list(["Japan", "a, b", " ", "50%"]) == "Japan, a; b, 50\\%"
