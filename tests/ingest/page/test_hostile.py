"""Pages made to cost time or memory: linear, bounded, no exception."""

import time

import pytest

from tests.ingest.page.make import PARAGRAPHS, read

HEAD = "<html lang=en><head><title>Council keeps plan for good</title></head><body><h1>Council keeps plan for good</h1>"
TIMES = 10.0
"""Seconds of CPU that no page may take; a hundred times what is usual, for slow and busy machines."""

PAGES = {
    "unclosed divs": HEAD + "<div>" * 200_000 + PARAGRAPHS,
    "nested spans": HEAD + "<span>a" * 100_000 + PARAGRAPHS,
    "objects of JSON-LD": "<script type=application/ld+json>["
    + ",".join(["{}"] * 200_000)
    + f"]</script>{HEAD}{PARAGRAPHS}",
    "articles of JSON-LD": '<script type=application/ld+json>{"@type":"NewsArticle"}</script>' * 20_000
    + HEAD
    + PARAGRAPHS,
    "deep lists of JSON": "<script type=application/ld+json>" + "[" * 100_000 + f"</script>{HEAD}{PARAGRAPHS}",
    "deep objects of JSON": "<script type=application/ld+json>"
    + '{"a":' * 100_000
    + "}" * 100_000
    + f"</script>{HEAD}{PARAGRAPHS}",
    "broken JSON": "<script type=application/ld+json>" + '{"a":"\\' * 100_000 + f"</script>{HEAD}{PARAGRAPHS}",
    "comments in JSON": "<script type=application/ld+json>" + "/*" * 200_000 + f"</script>{HEAD}{PARAGRAPHS}",
    "commas in JSON": "<script type=application/ld+json>{" + "," * 900_000 + f"x</script>{HEAD}{PARAGRAPHS}",
    "one attribute": f"{HEAD}<p title='{'a' * 5_000_000}'>x</p>{PARAGRAPHS}",
    "spaces": f"{HEAD}<p>{' ' * 4_000_000}</p>{PARAGRAPHS}",
    "a long title": f"<title>{' | a' * 800_000}</title>{HEAD}{PARAGRAPHS}",
    "dashes": f"{HEAD}<h1>{'-' * 2_000_000}</h1>{PARAGRAPHS}",
    "headings": HEAD + "<h1>another heading of the page</h1>" * 50_000 + PARAGRAPHS,
    "times": HEAD + "<time>4 November 2021</time>" * 50_000 + PARAGRAPHS,
    "meta elements": '<meta property="og:title" content="abc def">' * 60_000 + HEAD + PARAGRAPHS,
    "links": HEAD + '<a href="/">The Ledger</a>' * 50_000 + PARAGRAPHS,
    "pictures": HEAD + '<img alt="The Ledger">' * 60_000 + PARAGRAPHS,
    "figures": f"{HEAD}<p>{'1' * 2_000_000}</p><p>{'4 4 4 ' * 300_000}</p>{PARAGRAPHS}",
    "references": f"{HEAD}<p>{'&amp;' * 700_000}</p>{PARAGRAPHS}",
    "bylines": HEAD + f"<div class=author>{'By John ' * 300_000}</div>" + PARAGRAPHS,
    "years": f"{HEAD}{PARAGRAPHS}<p>© {'2020 ' * 600_000}</p>",
    "controls": f"{HEAD}<p>{chr(1) * 300_000}{chr(0x85)}{chr(0xFFFE)}</p>{'x' + chr(27) * 300_000}{PARAGRAPHS}",
    "every byte": HEAD + "".join(map(chr, range(256))) * 4_000 + PARAGRAPHS,
    "open tags": "<p>" + "<" * 2_000_000,
    "a canonical link": f"<link rel=canonical href='http://a.example/{'a/' * 900_000}'>{HEAD}{PARAGRAPHS}",
}


@pytest.mark.parametrize("name", PAGES)
def test_hostile_pages(name: str) -> None:
    """Each is read in bounded time, and gives its title where one is within reach."""
    before = time.process_time()
    page = read(PAGES[name])
    assert time.process_time() - before < TIMES
    assert page.article.title.startswith("Council keeps plan") or name in (
        "a long title",
        "meta elements",
        "articles of JSON-LD",
        "open tags",
    )


def test_memory_is_bounded() -> None:
    """A page of one paragraph of millions of letters is read without many copies of it."""
    import tracemalloc

    text = HEAD + "<p>" + "Совет сказал что план " * 100_000 + PARAGRAPHS
    data = text.encode()
    tracemalloc.start()
    read(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 12 * len(text)


def test_external_entities_and_laughs() -> None:
    """A document type with entities is not followed, to files or to a billion laughs."""
    bomb = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>'
    page = read(f"{bomb}{HEAD.removeprefix('<html lang=en>')}<p>&b;&x;</p>{PARAGRAPHS}")
    assert page.article.title == "Council keeps plan for good"
    assert "haha" not in page.text()
