"""EPFL's corpus: quotations with their speakers, pages that hold several, compressed files, limits, broken lines."""

import bz2
import gzip
import json
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank.formats import epfl_quotebank
from quotebank.formats.epfl_quotebank import looks_like, read


def line(**fields: object) -> str:
    """A line of the corpus."""
    item = {
        "quoteID": "2015-11-11-109291", "quotation": "They did not want it.", "speaker": "Jane Doe", "qids": ["Q1"],
        "date": "2015-11-11 00:55:12", "numOccurrences": 2, "probas": [["Jane Doe", "0.9"], ["None", "0.1"]],
        "urls": ["http://example.org/a?utm_source=x", "http://example.com/b"], "phase": "D", **fields,
    }  # fmt: skip
    return json.dumps(item) + "\n"


def test_a_line_is_a_quote_of_a_page() -> None:
    """The words, who said them, and the first page; all that the corpus says besides comes along."""
    parsed = read(line().encode())
    assert [article.to_json() for article in parsed.articles] == [
        {"key": "", "type": "article-newspaper", "date": "2015-11-11", "url": "http://example.org/a"}
    ]
    assert [quote.to_json() for quote in parsed.quotes] == [
        {
            "id": "", "article": "#0", "kind": "direct", "text": "They did not want it.", "speaker": "Jane Doe",
            "epfl": {
                "quoteID": "2015-11-11-109291", "qids": ["Q1"],
                "probas": [["Jane Doe", "0.9"], ["None", "0.1"]], "numOccurrences": 2, "phase": "D",
                "urls": ["http://example.com/b"],
            },
        }
    ]  # fmt: skip
    assert list(parsed.problems) == []


@pytest.mark.parametrize("speaker", ["None", None, "", 3])
def test_nobody_is_no_speaker(speaker: object) -> None:
    """The corpus writes None for a speaker it could not tell; the author of the article is never one."""
    parsed = read(line(speaker=speaker).encode())
    assert (parsed.quotes[0].speaker, parsed.articles[0].authors) == ("", ())


def test_quotes_of_one_page_share_it() -> None:
    """Addresses that mean the same page are one article, in the order of the file."""
    text = line(quotation="a") + line(quotation="b", urls=["https://other.org/"]) + line(
        quotation="c", urls=["https://www.example.org/a/"]
    )  # fmt: skip
    parsed = read(text.encode())
    assert [quote.article for quote in parsed.quotes] == ["#0", "#1", "#0"]
    assert len(parsed.articles) == 2


@pytest.mark.parametrize(
    ("fields", "date"),
    [({"date": None}, "2015-11-11"), ({"date": "soon", "quoteID": "x"}, None), ({"date": "2016-01-02"}, "2016-01-02")],
)
def test_the_id_says_the_day_where_the_date_does_not(fields: dict[str, object], date: str | None) -> None:
    """A missing date is read from the beginning of the id, and not made up."""
    found = read(line(**fields).encode()).articles[0].date
    assert (found.text if found else None) == date


@pytest.mark.parametrize("pack", [bytes, bz2.compress, gzip.compress], ids=["bare", "bz2", "gz"])
def test_compressed_files_are_read(pack: type[bytes]) -> None:
    """Bare, .bz2 and .gz are the same file; streams behind one another too, and both are told by their beginning."""
    text = "".join(line(quotation=f"Quote {n}", urls=[f"http://example.org/{n % 50}"]) for n in range(2_000))
    half = text.index("\n", len(text) // 2) + 1
    data = pack(text[:half].encode()) + pack(text[half:].encode())
    parsed = read(data)
    assert list(parsed.problems) == []
    assert [quote.text for quote in parsed.quotes] == [f"Quote {n}" for n in range(2_000)]
    assert len(parsed.articles) == 50
    assert looks_like(data[:4096]) or pack is bz2.compress
    assert looks_like(pack(line().encode())[:4096])


@pytest.mark.parametrize("pack", [bz2.compress, gzip.compress], ids=["bz2", "gz"])
@pytest.mark.parametrize("end", [-1, -30, 40, 5])
def test_a_compressed_file_cut_short_is_read_to_its_end(pack: type[bytes], end: int) -> None:
    """What came before the cut is read, and the cut is told."""
    data = pack("".join(line(quotation=f"Quote {n}") for n in range(3)).encode())[:end]
    parsed = read(data)
    assert ["cut short" in problem.message for problem in parsed.problems] == [True]
    assert len(parsed.quotes) <= 3


@pytest.mark.parametrize("pack", [bz2.compress, gzip.compress], ids=["bz2", "gz"])
def test_damage_and_tails_are_told(pack: type[bytes]) -> None:
    """A damaged stream and bytes after the last one are problems; zeros that fill a tape are not."""
    data = pack(line().encode())
    broken = data[:30] + bytes([data[30] ^ 255]) + data[31:]
    assert len(read(broken).problems) == 1
    assert "more bytes" in read(data + b"tail").problems[0].message
    assert len(read(data + b"tail").quotes) == 1
    assert list(read(data + bytes(512)).problems) == []


def test_a_bomb_is_read_only_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that grows beyond the limit is read up to there in little memory and time, and that is told."""
    monkeypatch.setattr(epfl_quotebank, "MOST_DECODED", 20_000_000)
    data = gzip.compress(line().encode() + b"\n" * 50_000_000)
    tracemalloc.start()
    try:
        parsed = read(data)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()
    assert len(parsed.quotes) == 1
    assert "nothing after this line" in parsed.problems[-1].message


def test_an_endless_line_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line of megabytes is a problem with its number, and the next line is read."""
    monkeypatch.setattr(epfl_quotebank, "LONGEST_LINE", 1 << 20)
    parsed = read((line() + "x" * 3_000_000 + "\n" + line(quotation="after")).encode())
    assert [quote.text for quote in parsed.quotes] == ["They did not want it.", "after"]
    assert [(problem.line, "more than 1 MB" in problem.message) for problem in parsed.problems] == [(2, True)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("not json", "not JSON"), ("[1]", "an object"), (line(quotation=" "), "no quotation"),
        (line(urls=[]), "no address"), (line(urls=None), "no address"), ('{"a": 1}', "no quotation"),
        ("[" * 100_000, "too deep"), ('{"a": ' + "9" * 5000 + "}", "too long a number"),
    ],
)  # fmt: skip
def test_a_bad_line_costs_only_itself(text: str, words: str) -> None:
    """A line that is no quotation is a problem with its number and its text; the others are read."""
    parsed = read(f"{line()}\n{text.strip()}\n{line(quotation='after')}".encode())
    assert len(parsed.quotes) == 2
    [problem] = parsed.problems
    assert (problem.line, problem.raw) == (3, text.strip()[:2000])
    assert words in problem.message


def test_bytes_that_are_no_utf8_are_told() -> None:
    """The corpus is UTF-8; a line in another encoding is not read as something it does not say."""
    parsed = read(line(quotation="x").encode() + '{"quotation": "Да", "urls": ["http://a.org/b"]}'.encode("cp1251"))
    assert len(parsed.quotes) == 1
    assert [(problem.line, problem.message) for problem in parsed.problems] == [(2, "not JSON: not UTF-8")]


@pytest.mark.parametrize(
    "start", [b"", b"{}", b'{"articles": []}', b'[{"quotation"', b"BZh9", b"\x1f\x8b\x08", b"BZhjunk"]
)
def test_other_files_do_not_look_like_it(start: bytes) -> None:
    """Our own JSON and other compressed files are not taken for it."""
    assert not looks_like(start)


@given(st.binary(max_size=200), st.sampled_from([b"", b"BZh9", b"\x1f\x8b\x08\x00"]))
def test_any_bytes_are_read(data: bytes, mark: bytes) -> None:
    """Whatever a file holds, records and problems come back."""
    read(mark + data)
    looks_like(mark + data)


def test_many_lines_take_linear_time() -> None:
    """Ten thousand quotations are read in seconds."""
    text = "".join(line(urls=[f"http://example.org/{n}"]) for n in range(10_000))
    before = time.process_time()
    assert len(read(text.encode()).quotes) == 10_000
    assert time.process_time() - before < 10
