"""Hypothesis strategies for records, shared by the tests of every room.

The texts are as bad as a web page can make them: control and escape sequences, bidirectional overrides,
lone surrogates, LaTeX and Markdown markup, path-like and dash-leading words, many scripts.
"""

from hypothesis import strategies as st

from quotebank.model.articles import TYPES, Article, Original
from quotebank.model.dates import PARTS, PartialDate
from quotebank.model.edtf import days_in
from quotebank.model.names import Name
from quotebank.model.quotes import KINDS, LOCATORS, Locator, Quote, Via

NASTY = (
    "\x00", "\x1b[2J\x1b[31mred", "\r\n", "\x9b31m", "\u202etxet\u202c", "\u2066\u2069", "\ud800", "\udfff", "\ufeff",
    "\u2028", "\u200b", "\U000e0041", "\x85", "\x7f", "\t", "\n@article{x,", "}, author = {Mallory",
    "\\input{/etc/passwd}",
    "\\", "{", "}", "}{", "{}", "$5 & 50% #1_a^b~c", "`*_[x](y)*`", "-rf", "--help", "../../x", "1. one",
    "<b>&amp;</b>",
    "“quoted” ‘text’", "’", "Взгляд", "김정은", "习近平", "Nguyễn Phú Trọng", "حسام أبو العلا", "e\u0301", "ﬁ", "İ",
    "ß", "👩‍👩‍👧", "می‌خواهم",
    " ", "No. 10", "2021-13-45", '"', "'", ";", ",", "=cmd()", "@key",
)  # fmt: skip
"""Texts that have broken programs of this kind."""

_MARKS = "'’-–—.,:;!?\"“”()[]{}<>\\/&%$#_^~*`=+|@"


def nasty_text(max_size: int = 60) -> st.SearchStrategy[str]:
    """Any text at all, lone surrogates included, with a liking for the troublesome.

    Two surrogates that make a pair come as the one character they mean: JSON cannot tell them apart.
    """
    anything = st.text(st.characters(exclude_categories=()), max_size=max_size)
    pieces = st.lists(st.one_of(st.sampled_from(NASTY), st.text(max_size=8)), max_size=6).map("".join)
    return st.one_of(anything, pieces, st.sampled_from(NASTY)).map(_paired)


def _paired(text: str) -> str:
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def plain_text(max_size: int = 60) -> st.SearchStrategy[str]:
    """Text as the press writes it: letters of many scripts, figures, spaces and punctuation, nothing invisible."""
    letters = st.characters(categories=("Lu", "Ll", "Lo", "Nd"), max_codepoint=0xD7A3)
    return st.text(st.one_of(letters, st.sampled_from(_MARKS + " ")), max_size=max_size).map(
        lambda text: " ".join(text.split())
    )


def unicode_text(max_size: int = 60) -> st.SearchStrategy[str]:
    """Nasty text without lone surrogates: whatever a UTF-8 file can hold."""
    return nasty_text(max_size).map(lambda text: text.encode("utf-8", "replace").decode("utf-8"))


def years() -> st.SearchStrategy[str]:
    """Years of four digits."""
    return st.integers(0, 9999).map("{:04d}".format)


@st.composite
def days(draw: st.DrawFn) -> str:
    """Real days as ``YYYY-MM-DD``."""
    year, month = draw(st.integers(0, 9999)), draw(st.integers(1, 12))
    return f"{year:04d}-{month:02d}-{draw(st.integers(1, days_in(year, month))):02d}"


def months() -> st.SearchStrategy[str]:
    """Months as ``YYYY-MM``."""
    return st.builds("{}-{:02d}".format, years(), st.integers(1, 12))


def seasons() -> st.SearchStrategy[str]:
    """Seasons as ``YYYY-21`` to ``YYYY-24``."""
    return st.builds("{}-{}".format, years(), st.integers(21, 24))


def points() -> st.SearchStrategy[str]:
    """Every single date of EDTF level 1, qualified or not."""
    far = st.integers(10_000, 999_999_999)
    unusual = st.one_of(
        st.integers(1, 9999).map("-{:04d}".format),
        st.builds("Y{}{}".format, st.sampled_from(["", "-"]), far),
        st.integers(0, 999).map("{:03d}X".format),
        st.integers(0, 99).map("{:02d}XX".format),
        years().map("{}-XX".format),
        years().map("{}-XX-XX".format),
        months().map("{}-XX".format),
    )
    bare = st.one_of(days(), months(), years(), seasons(), unusual)
    return st.builds("{}{}".format, bare, st.sampled_from(["", "", "~", "?", "%"]))


@st.composite
def intervals(draw: st.DrawFn) -> str:
    """Intervals in order, open and unknown ends among them."""
    one, other = sorted((draw(points()), draw(points())), key=lambda text: PartialDate.from_edtf(text).earliest())
    form = draw(st.sampled_from(["{}/{}", "{}/{}", "{}/..", "{}/", "../{}", "/{}"]))
    return form.format(one, other)


def inferences() -> st.SearchStrategy[tuple[str, ...]]:
    """Parts of a date said to be inferred, in their order."""
    return st.sets(st.sampled_from(PARTS)).map(lambda chosen: tuple(part for part in PARTS if part in chosen))


def dates() -> st.SearchStrategy[PartialDate]:
    """Dates of every form of EDTF level 1, with inferred parts or none."""
    text = st.one_of(days(), months(), years(), points(), intervals())
    return st.builds(PartialDate.from_edtf, text, inferences())


def json_values() -> st.SearchStrategy[object]:
    """JSON values, nested a little."""
    leaf = st.one_of(st.none(), st.booleans(), st.integers(-(2**53), 2**53), nasty_text(12))
    return st.recursive(
        leaf,
        lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
    )


def extras() -> st.SearchStrategy[dict[str, object]]:
    """Fields a later version might add: their names are nobody else's."""
    return st.dictionaries(st.text(max_size=8).map("x-{}".format), json_values(), max_size=2)


def names(text: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Name]:
    """Authors: people in parts, or institutions as a literal."""
    text = nasty_text(20) if text is None else text
    filled = text.filter(bool)
    people = st.builds(
        Name,
        family=filled,
        given=text,
        particle=text,
        suffix=text,
        original=text,
        family_first=st.booleans(),
        extra=extras(),
    )
    return st.one_of(people, st.builds(Name, literal=filled, original=text, extra=extras()))


def keys() -> st.SearchStrategy[str]:
    """Valid citation keys."""
    return st.from_regex(r"[a-z][a-z0-9]{0,20}([-_.:][a-z0-9]{1,8})?", fullmatch=True)


def articles(text: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Article]:
    """Articles with any of their fields set; hand in `plain_text()` for peaceful ones."""
    text = nasty_text(30) if text is None else text
    originals = st.builds(Original, title=text, outlet=text, script=text, extra=extras())
    authors = st.lists(names(text), max_size=3).map(tuple)
    fields = (
        "title", "outlet", "issue", "volume", "pages", "section", "url", "archive_url", "language", "publisher",
        "title_translated", "note", "added", "modified",
    )  # fmt: skip
    return st.builds(
        Article,
        key=keys(),
        type=st.sampled_from(TYPES),
        authors=authors,
        date=st.none() | dates(),
        accessed=st.none() | dates().map(lambda date: PartialDate(date.text)),
        archive_date=st.none() | dates().map(lambda date: PartialDate(date.text)),
        translator=authors,
        original=originals,
        tags=st.lists(text, max_size=3).map(tuple),
        provenance=st.dictionaries(st.sampled_from(fields), json_values(), max_size=2),
        snapshot=st.dictionaries(st.sampled_from(["text", "sha256", "taken"]), text, max_size=2),
        ids=st.lists(keys(), max_size=2).map(tuple),
        extra=extras(),
        **dict.fromkeys(fields, text),
    )


def locators(text: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Locator]:
    """Places in a source."""
    return st.builds(Locator, st.sampled_from(LOCATORS), nasty_text(10) if text is None else text)


def quotes(text: st.SearchStrategy[str] | None = None) -> st.SearchStrategy[Quote]:
    """Quotes with any of their fields set; hand in `plain_text()` for peaceful ones."""
    text = nasty_text(60) if text is None else text
    fields = ("text", "speaker", "language", "translation", "note", "added", "modified")
    return st.builds(
        Quote,
        id=keys(),
        article=keys(),
        kind=st.sampled_from(KINDS),
        locator=st.none() | locators(text),
        via=st.none() | st.builds(Via, keys(), st.none() | locators(text), extra=extras()),
        tags=st.lists(text, max_size=3).map(tuple),
        verified=st.dictionaries(st.sampled_from(["status", "at"]), text, max_size=2),
        extra=extras(),
        **dict.fromkeys(fields, text),
    )
