"""The shipped table of outlets is what its head says, and is read whole and in part alike."""

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest

import quotebank.ingest
from quotebank.ingest.outlet_table import ARTICLES, domains, outlet_named, outlet_of_host, outlets, spellings

LINES = (Path(quotebank.ingest.__file__).with_name("outlets.txt")).read_text("utf-8").splitlines()
ROWS = [line for line in LINES if not line.startswith("#")]
KINDS = {"newspaper", "magazine", "journal", "wire", "broadcast", "web", "think-tank"}


def fields(line: str) -> list[str]:
    """The fields of a line."""
    return line.split(" | ")


def forms(line: str) -> list[str]:
    """The names of a line: its own, unless it is repeated as a wary one, and the others."""
    name, others = fields(line)[0], fields(line)[5]
    listed = [] if others == "-" else others.split("; ")
    return listed if f"~{name}" in listed else [name, *listed]


def test_every_line_has_six_full_fields() -> None:
    """Lines have six fields, none empty, without blanks at their ends, in NFC-like single spaces."""
    assert len(ROWS) > 500
    for line in ROWS:
        assert len(fields(line)) == 6, line
        assert all(field and field == field.strip() for field in fields(line)), line
        assert "  " not in line
        assert "\t" not in line


def test_languages_countries_and_types_are_known() -> None:
    """Languages and countries have two letters (ISO 639-1, ISO 3166-1), types are those of the head."""
    for line in ROWS:
        _, language, country, kind, _, _ = fields(line)
        assert re.fullmatch(r"[a-z]{2}", language), line
        assert re.fullmatch(r"[A-Z]{2}|-", country), line
        assert kind in KINDS, line


def test_the_table_is_sorted() -> None:
    """Lines stand by country (none first), then by name without regard to case."""
    keys = [(fields(line)[2], fields(line)[0].casefold()) for line in ROWS]
    assert all(one <= other for one, other in pairwise(keys)), [b for a, b in pairwise(keys) if a > b][:3]


def test_no_sure_name_stands_in_two_lines() -> None:
    """A name without ``~`` is one outlet's only."""
    seen: dict[str, str] = {}
    for line in ROWS:
        for form in {form for form in forms(line) if form[0] != "~"}:
            assert form not in seen, (form, seen.get(form), line)
            seen[form] = line


def test_a_name_stands_once_in_its_line() -> None:
    """No line repeats a name, and none has one both sure and wary."""
    for line in ROWS:
        bare = [form.removeprefix("~") for form in forms(line)]
        assert len(set(bare)) == len(bare), line


def test_a_wary_name_never_is_another_outlets_sure_one() -> None:
    """What is an ordinary word for one outlet is not taken unseen for another."""
    sure = {form for line in ROWS for form in forms(line) if form[0] != "~"}
    wary = {form[1:] for line in ROWS for form in forms(line) if form[0] == "~"}
    assert not sure & wary


def test_domains_are_small_and_one_outlets_only() -> None:
    """A domain is a bare host in small letters and stands in one line."""
    hosts = [host for line in ROWS for host in fields(line)[4].split(", ") if host != "-"]
    assert len(set(hosts)) == len(hosts)
    assert all(re.fullmatch(r"[^\W_A-Z][\w-]*(?:\.[\w-]+)+", host) and not host.startswith("www.") for host in hosts)


def test_names_are_written_with_one_apostrophe() -> None:
    """Names have typographic apostrophes, and no sign that parts fields or names."""
    for line in ROWS:
        for form in forms(line):
            assert not set(form) & set("'`|;"), line
            assert form == form.strip()


def test_outlets_are_the_lines() -> None:
    """The whole table has each line as an outlet with all of its fields."""
    table = outlets()
    assert [outlet.name for outlet in table] == [fields(line)[0] for line in ROWS]
    for outlet, line in zip(table, ROWS, strict=True):
        assert [outlet.language, outlet.country, outlet.kind] == fields(line)[1:4]
        assert {*outlet.names, *(f"~{name}" for name in outlet.wary)} == set(forms(line))


def test_domains_lead_to_their_outlets() -> None:
    """Every domain of every outlet leads to that outlet's name."""
    assert dict(domains()) == {host: outlet.name for outlet in outlets() for host in outlet.domains}


def test_spellings_are_all_names() -> None:
    """Every name of every line is given once, with the outlet it is filed under and whether it is wary."""
    given = [(one.name, one.filed, one.wary) for one in spellings()]
    assert given == list(dict.fromkeys(given))
    assert set(given) == {
        (form.removeprefix("~"), fields(line)[0], form[0] == "~") for line in ROWS for form in forms(line)
    }


def test_a_spelling_is_headed_by_its_first_word_that_is_no_article() -> None:
    """A name is found by its first word, or by the one behind an article; an article that is all of a name stays."""
    for one in spellings():
        first, *rest = one.name.split(" ")
        assert one.head == (rest[0] if rest and first in ARTICLES else first), one


def test_one_host_is_looked_up_as_in_the_whole_table() -> None:
    """Each domain, and any host below it that has no line of its own, leads to its outlet; capitals do not matter."""
    for host, name in domains().items():
        assert outlet_of_host(host) == name
        assert outlet_of_host(f"x.{host.upper()}") == name


@pytest.mark.parametrize(
    "host", ["", "com", "example", "x.example", "-", "a.b", "# .", "ws.com", "é.fr", "..", "\udcff.fr"]
)
def test_hosts_of_no_outlet(host: str) -> None:
    """Endings, parts of domains, signs of the table and unknown hosts lead nowhere."""
    assert outlet_of_host(host) == ""


def test_one_outlet_is_looked_up_as_in_the_whole_table() -> None:
    """Each outlet is found by its own name, whole; a part of a line is none."""
    for outlet in outlets():
        assert outlet_named(outlet.name) == outlet
    for name in ("", "x", "# Outlets", " | ", f"{outlets()[0].name} | en", "a\nb", outlets()[0].name[1:], "\udcff"):
        assert outlet_named(name) is None


def test_one_host_costs_little() -> None:
    """Looking up one host takes a fraction of reading the table."""
    start = time.process_time()
    for number in range(200):
        outlet_of_host(f"www.paper{number}.example")
    assert (time.process_time() - start) / 200 < 0.005
