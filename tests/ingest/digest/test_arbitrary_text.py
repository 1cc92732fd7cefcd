"""Whatever a file holds, reading it gives a digest whose parts fit together, and the same one each time."""

from itertools import pairwise

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from quotebank.ingest.digest import Digest, read_digest
from quotebank.model.dates import PartialDate
from tests.ingest.digest.labels import labelled, names

SOME = settings(max_examples=40, derandomize=True, deadline=None, phases=(Phase.explicit, Phase.generate))

FORMS = ["", "text", "markdown", "html"]

KINDS = {"paragraph", "heading", "item", "rule", "boilerplate"}

WORDS = (
    "In", "Kestrel", "Tribune", "Anna", "Pellworth", "on", "October 3", "wrote", "that", "No. 10", "(Le Temps, 5 nov.)",
    "[Ada Pell, Copperwick]", "laut", "„Rheinbote“", "vom 3. Mai", "«Затон»", "пишет", "2 ноября", "31 November", "the",
    "same newspaper", "yesterday", "Friday", "°", "№ 4", "https://a.example/b", "A. B. C.", "Now Reading",
    "according to",
)  # fmt: skip

MARKS = (
    " ", " ", " ", "\n", "\n\n", "\t", ", ", ". ", ": ", " | ", "*", "**", "_", "# ", "- ", "> ", "1. ", "---\n",
    "```\n", "[", "](", ")", "(", "“", "”", '"', "'", "«", "»", "<p>", "</p>", "<br>", "<em>", "</em>", "<li>",
    "<!--", "-->", "<", "&amp;", "&#0;", "\u00a0", "\u200b", "\u202e", "\u0301", "\ufeff", "\x00", "\r\n",
)  # fmt: skip

NOISE = st.lists(st.sampled_from(WORDS + MARKS), max_size=60).map("".join)


def check(digest: Digest) -> None:
    """All that holds of every digest: blocks, passages and numbers fit the text and each other."""
    blocks = {block.number: block for block in digest.blocks}
    assert list(blocks) == list(range(1, len(digest.blocks) + 1))
    assert {block.kind for block in digest.blocks} <= KINDS
    assert all(0 <= block.start < block.end <= len(digest.text) for block in digest.blocks)
    assert all(one.end <= other.start for one, other in pairwise(digest.blocks))
    taken = sorted((passage for source in digest.sources for passage in source.passages), key=lambda one: one.start)
    for passage in taken:
        block = blocks[passage.paragraph]
        assert block.start <= passage.start < passage.end <= block.end
        assert passage.text == digest.text[passage.start : passage.end]
    assert all(one.end <= other.start for one, other in pairwise(taken))
    text = {block.number for block in digest.blocks if block.kind in ("paragraph", "item")}
    assert set(digest.unattributed) == text - {passage.paragraph for passage in taken}
    assert list(digest.unattributed) == sorted(digest.unattributed)
    for source in digest.sources:
        assert 0 <= source.confidence <= 100
        assert source.outlet or source.authors
        assert source.date is None or PartialDate.from_edtf(source.date.text).text == source.date.text
        assert source.why
        assert source.passages


@SOME
@given(text=st.text(max_size=300), form=st.sampled_from(FORMS))
@example(text="", form="")
@example(text="\x00", form="text")
@example(text="\ud800 wrote in \udfff on May 3", form="text")
@example(text="<", form="html")
def test_any_text_is_a_digest(text: str, form: str) -> None:
    """Reading never fails, and what it gives fits together."""
    check(read_digest(text, form=form))


@pytest.mark.parametrize("form", FORMS)
@SOME
@given(text=NOISE)
def test_broken_digests_are_digests(form: str, text: str) -> None:
    """The words of digests in any order, with marks of Markdown and HTML in between, are read without an error."""
    check(read_digest(text, form=form, date=PartialDate("2024-05")))


@SOME
@given(text=NOISE)
def test_reading_twice_gives_the_same(text: str) -> None:
    """The same text gives the same digest."""
    assert read_digest(text) == read_digest(text)


@pytest.mark.parametrize("name", names())
def test_labelled_digests_fit_together(name: str) -> None:
    """Blocks, passages and paragraph numbers of the labelled digests fit together; their text is the file's."""
    digest = labelled(name).read()
    assert digest.text == labelled(name).text
    check(digest)


def test_quotation_marks_in_disorder_give_no_text_to_two_sources() -> None:
    """Passages do not overlap where quotation marks and brackets close nothing, and a sentence ends before a mark."""
    check(read_digest("No. 10 Kestrel “ [Pell, 3 nov.) ” the October Pellworth 3. ” on."))


def test_outlets_of_the_writer_s_bank_are_found() -> None:
    """An outlet the writer knows is recognised by any of its spellings and filed under its first."""
    text = "The bridge will be closed, mirador de reth reports. Nobody asked the ferrymen."
    assert not [source for source in read_digest(text).sources if "mirador" in source.outlet.casefold()]
    known = read_digest("The bridge will be closed, Mirador reports.", outlets=[("El Mirador de Reth", "Mirador")])
    assert [source.outlet for source in known.sources] == ["El Mirador de Reth"]
    assert known.sources[0].outlet_printed == "Mirador"
