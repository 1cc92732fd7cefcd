"""Broken files of every format that can be read: never an exception, every loss told, time and memory in bounds."""

import random
import time
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotebank.formats.parsed import MOST_RAW, Parsed
from tests.formats.samples import MODULES, TITLE, sample

XML = ("endnote_xml", "mods_xml")
TELL_A_CUT = (*XML, "zotero_json", "epfl_quotebank", "csl_json", "quotebank_json", "hypothesis_json")
"""Formats in which a file says where it ends, or where each of its lines does."""

STRICT_ABOUT_ENCODING = ("csl_json", "quotebank_json", "epfl_quotebank")
"""JSON is UTF-8 (RFC 8259, 8.1); these say so and read nothing else."""

LAUGHS = (
    '<?xml version="1.0"?>\n<!DOCTYPE xml [\n<!ENTITY a0 "ha">\n'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">\n' for n in range(1, 12))
    + "]>\n<{0}><{1}><title>&a11;</title></{1}></{0}>\n"
)
ROOTS = {"endnote_xml": ("xml", "record"), "mods_xml": ("modsCollection", "mods")}


def read(module: str, data: bytes) -> Parsed:
    """What the reader of a module makes of a file; every problem has a line of the file, and no more than is shown."""
    parsed: Parsed = import_module(f"quotebank.formats.{module}").read(data)
    for problem in parsed.problems:
        assert problem.line >= 1
        assert problem.message
        assert len(problem.raw) <= MOST_RAW
    return parsed


def titles(parsed: Parsed) -> set[str]:
    """Titles of articles and texts of quotes."""
    return {article.title for article in parsed.articles} | {quote.text for quote in parsed.quotes}


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """No more CPU time than that."""
    before = time.process_time()
    yield
    assert time.process_time() - before < seconds


@pytest.mark.parametrize("module", MODULES)
def test_the_good_file_is_read(module: str) -> None:
    """What the others are broken from is whole: its title is there, without a problem, and looks like its format."""
    text = sample(module).removeprefix("\ufeff")
    parsed = read(module, text.encode())
    assert TITLE in titles(parsed)
    assert list(parsed.problems) == []


@pytest.mark.parametrize("module", MODULES)
def test_a_file_cut_short_loses_nothing_in_silence(module: str) -> None:
    """Cut anywhere, in the middle of a letter too, what is missing is told where the format knows of an end."""
    data = sample(module).rstrip().encode()
    whole = len(read(module, data).records)
    for end in range(1, len(data), max(1, len(data) // 60)):
        parsed = read(module, data[:end])
        if module in TELL_A_CUT and len(parsed.records) < whole:
            assert parsed.problems, f"cut at {end}"


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1251", "koi8-r"])
def test_another_encoding_is_read_or_told(module: str, encoding: str) -> None:
    """A file in an old or wide encoding gives its title right, or a problem; never nonsense in silence."""
    text = sample(module).removeprefix("\ufeff")
    if module == "mods_xml" and encoding in ("cp1251", "koi8-r"):
        text = text.replace('encoding="UTF-8"', f'encoding="{encoding}"')
    parsed = read(module, text.encode(encoding))
    assert TITLE in titles(parsed) or parsed.problems
    if module not in STRICT_ABOUT_ENCODING and encoding != "koi8-r":
        assert TITLE in titles(parsed)


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("other", MODULES)
def test_the_wrong_format_is_told_or_read(module: str, other: str) -> None:
    """Another format's file gives no exception, and never neither records nor problems."""
    parsed = read(module, sample(other).encode())
    assert parsed.records or parsed.problems
    if module != other and module in (*XML, "zotero_json", "epfl_quotebank"):
        assert list(parsed.records) == []
        assert parsed.problems[0].raw


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize(
    "data",
    [
        b"", b"\n" * 100_000, b"\r\n" * 100_000, b"\r" * 100_000, b" " * 1_000_000, b"\x00" * 100_000,
        b"\xff" * 100_000, b"\xef\xbb\xbf", b"\xff\xfe", b"\x1f\x8b", b"BZh9", b"PK\x03\x04" * 10_000,
    ],
    ids=["empty", "LF", "CRLF", "CR", "spaces", "NUL", "FF", "BOM", "wide BOM", "gzip", "bzip", "zip"],
)  # fmt: skip
def test_nothing_gives_no_records(module: str, data: bytes) -> None:
    """Blank lines, marks and bytes without text hold no article, and are done with at once."""
    with within(5):
        assert read(module, data).articles == []


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000, '{"a":' * 200_000, "{" * 200_000, "<a>" * 200_000, "<record>" * 100_000, "<mods>" * 100_000,
        '[{"itemType":"book","extra":' + "[" * 100_000, '{"items":[' + '{"notes":[' * 50_000,
        "@article{a, title = " + "{" * 100_000, "(" * 200_000, "> " * 100_000, "---\n" + "- " * 100_000,
    ],
    ids=lambda text: text[:12].strip(),
)  # fmt: skip
def test_deep_nesting_ends_in_problems(module: str, text: str) -> None:
    """Hundreds of thousands of open brackets, braces and elements do not overflow anything, nor take long."""
    with within(10):
        read(module, text.encode())


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize("unit", ["x", "\t", '"', ",", "&amp;", "a=b; ", "<", "é"])
def test_huge_lines_take_linear_time(module: str, unit: str) -> None:
    """Two megabytes in a line are read or refused in seconds."""
    with within(10):
        read(module, (unit * (2_000_000 // len(unit))).encode())


@pytest.mark.parametrize("module", MODULES)
def test_a_huge_value_is_read_in_linear_time(module: str) -> None:
    """A title of two megabytes in a good file is taken or refused, in seconds."""
    with within(10):
        read(module, sample(module).replace(TITLE, "word " * 400_000, 1).encode())


@pytest.mark.parametrize("module", MODULES)
def test_a_billion_laughs_stay_small(module: str) -> None:
    """A file whose entities would grow to gigabytes costs no time and no memory; XML refuses it with one problem."""
    outer, inner = ROOTS.get(module, ROOTS["endnote_xml"])
    data = LAUGHS.replace("{0}", outer).replace("{1}", inner).encode()
    tracemalloc.start()
    try:
        with within(3):
            parsed = read(module, data)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
    if module in XML:
        assert list(parsed.records) == []
        [problem] = parsed.problems
        assert (problem.line, "entity" in problem.message, "ENTITY" in problem.raw) == (3, True, True)


@pytest.mark.parametrize("module", MODULES)
def test_nul_bytes_do_not_hide_a_record(module: str) -> None:
    """NUL characters in a text are taken out or told, and what stands around them is not lost in silence."""
    data = sample(module).replace(TITLE, f"\x00{TITLE}\x00").encode()
    parsed = read(module, data)
    assert TITLE in {title.replace("\x00", "") for title in titles(parsed)} or parsed.problems


@pytest.mark.parametrize("module", MODULES)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=25)
def test_damage_anywhere_gives_no_exception(module: str, seed: int) -> None:
    """Bytes lost, doubled, swapped or replaced in a good file give records and problems."""
    dice = random.Random(seed)
    data = bytearray(sample(module).encode())
    for _ in range(dice.randint(1, 8)):
        place = dice.randrange(len(data))
        end = min(len(data), place + dice.randint(1, 20))
        choice = dice.randrange(4)
        if choice == 0 and len(data) > 40:
            del data[place:end]
        elif choice == 1:
            data[place:place] = data[place:end]
        else:
            data[place] = dice.randrange(256) if choice == 2 else dice.choice(b'"<>{}[]&\\\n\x00,:')
    read(module, bytes(data))


@pytest.mark.parametrize("module", MODULES)
@given(data=st.binary(max_size=300))
@settings(max_examples=50)
def test_any_bytes_are_taken(module: str, data: bytes) -> None:
    """Bytes that are no text are read as best they can be."""
    read(module, data)
