"""Marks lead to the records that may be the same, however they are written, and to few others."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotebank import Article, Bank
from quotebank.bank.marks import address_marks, bare_doi, compared_address, shelf_of, title_mark
from quotebank.bank.view_marks import MOST_ALIKE
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name
from quotebank.text.addresses import compared

_LABELS = st.sampled_from(
    ["www", "m", "amp", "a", "example", "com", "archive", "web", "org", "xn--80ak6aa92e", "perma"]
)
_PIECES = st.sampled_from(
    ["", "amp", "AMP", "index.html", "index.htm", "a.html", "a-B_c", "a.amp.html", "2021", "ü", "%41"]
)
_ENDS = st.sampled_from(["", "?a=1&utm_source=x", "#!x", "?id=7", "/"])


@given(
    st.sampled_from(["http://", "https://", "HTTP://", "ftp://", ""]),
    st.lists(_LABELS, min_size=1, max_size=4),
    st.lists(_PIECES, max_size=4),
    _ENDS,
)
def test_the_quick_way_is_no_other(scheme: str, host: list[str], path: list[str], end: str) -> None:
    """Addresses compare as `compared` says, whichever way is taken."""
    url = f"{scheme}{'.'.join(host)}/{'/'.join(path)}{end}"
    assert compared_address(url) == compared(url)


@given(st.text(max_size=80))
def test_any_text_has_marks_or_none(text: str) -> None:
    """Marks are defined for every text, and case does not change them."""
    shape = {"url": text, "archive_url": text, "outlet": text, "authors": [{"family": text}, text, 3], "date": text}
    assert len(address_marks(shape)) <= 1
    assert shelf_of(shape).endswith(f"|{text}")
    assert (title_mark(text) is None) == (not any(map(str.isalnum, text[:48].casefold())))
    assert bare_doi(text) == bare_doi(bare_doi(text))


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.1000/ABC.1", "10.1000/abc.1"),
        ("https://doi.org/10.1000/abc.1", "10.1000/abc.1"),
        ("http://dx.doi.org/10.1000%2Fabc", "10.1000/abc"),
        ("doi:10.1000/abc", "10.1000/abc"),
        ("DOI 10.1000/abc", "10.1000/abc"),
        ("110.1000/abc", ""),
        ("10.abc/1", ""),
        ("10.1000/", ""),
        ("", ""),
        ("none", ""),
    ],
)
def test_spellings_of_a_doi(text: str, doi: str) -> None:
    """A DOI is found in the usual spellings, and in nothing else."""
    assert bare_doi(text) == doi


def test_the_view_finds_by_marks(tmp_path: Path) -> None:
    """Address, DOI, title and shelf lead to a record as it is now, and no more once it has changed or gone."""
    bank = Bank.create(tmp_path / "b", cache=tmp_path / "cache")
    article = Article(
        key="a", title="Peace, now!", outlet="Vzgliad", authors=(Name(family="Kim"),), url="http://www.v.example/a/",
        date=PartialDate.from_edtf("2021-11-04"), extra={"csl": {"DOI": "doi:10.1/A"}},
    )  # fmt: skip
    bank.add(article)
    asked: list[tuple[str, str | int]] = [
        ("address", "v.example/a"),
        ("doi", "10.1/a"),
        ("title", title_mark("peace now") or 0),
        ("shelf", shelf_of({"outlet": "Взгляд", "authors": [{"family": "Ким"}], "date": "2021-11-04"})),
    ]
    for view in (bank.view_now, Bank(bank.path, cache=tmp_path / "other").view_now):
        for mark, value in asked:
            assert [brief.key for brief in view.alike(mark, value)] == ["a"]
    assert [brief.key for brief in bank.view_now.shelved(str(asked[3][1])[:-3])] == ["a"]
    assert not list(bank.view_now.sharing("title"))
    bank.add(Article(key="b", title="PEACE now"))
    assert list(bank.view_now.sharing("title")) == [["a", "b"]]
    with bank.transaction("edit") as change:
        change.replace_article("a", Article(key="a", title="War"))
    assert not any(bank.view_now.alike(mark, value) for mark, value in asked if mark != "title")
    assert [brief.key for brief in bank.view_now.alike(*asked[2])] == ["b"]


def test_many_alike_are_few(tmp_path: Path) -> None:
    """Of very many records under one mark a bounded number is given."""
    bank = Bank.create(tmp_path / "b", cache=tmp_path / "cache")
    with bank.transaction("add") as change:
        for _ in range(2 * MOST_ALIKE):
            change.add_article(Article(title="Daily brief"))
    assert len(bank.view_now.alike("title", title_mark("Daily brief") or 0)) == MOST_ALIKE
    assert [len(group) for group in bank.view_now.sharing("title")] == [MOST_ALIKE]
