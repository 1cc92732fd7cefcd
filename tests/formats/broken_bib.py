"""Broken pieces of .bib files, as they are found in the wild, and what is to become of each."""

from typing import NamedTuple


class Broken(NamedTuple):
    """A text, the fields its first entry must have, and words of the problem that must be told ("" for none)."""

    text: str
    fields: dict[str, str]
    told: str = ""


BROKEN = {
    "value ending in backslashes": Broken(
        "@article{a,\n title={line break\\\\},\n year=2000}", {"title": "line break\\\\", "year": "2000"}
    ),
    "missing comma": Broken(
        "@article{a,\n title = {t}\n year=2000}", {"title": "t", "year": "2000"}, "comma is missing"
    ),
    "missing comma before quotes": Broken(
        '@article{a, title = "t" note = "n"}', {"title": "t", "note": "n"}, "comma is missing"
    ),
    "missing equals sign": Broken(
        "@article{a,\n title {t},\n year=2000}", {"title": "t", "year": "2000"}, "equals sign"
    ),
    "entry never closed": Broken(
        "@article{a,\n title = {t},\n year=2000\n", {"title": "t", "year": "2000"}, "not closed"
    ),
    "brace never closed": Broken("@article{a,\n title = {t, year=2000}\n", {"title": "t, year=2000"}, "not closed"),
    "handle in an abstract": Broken(
        "@article{a,\n abstract = {by\n@foo {bar} and},\n year=2000}",
        {"abstract": "by\n@foo {bar} and", "year": "2000"},
    ),
    "entry in an abstract": Broken(
        "@article{a,\n abstract = {see\n@book{x, title = {y}}\n},\n year=2000}",
        {"abstract": "see\n@book{x, title = {y}}\n", "year": "2000"},
    ),
    "field twice": Broken("@article{a, title={x}, title={y}, year=1}", {"title": "x", "year": "1"}, "stands twice"),
    "the same field twice": Broken("@article{a, title={x}, title={x}}", {"title": "x"}),
    "an empty field first": Broken("@article{a, title={}, title={y}}", {"title": "y"}),
    "no value": Broken("@article{a, year = , title={x}}", {"year": "", "title": "x"}, "no value"),
    "no key": Broken("@article{title={x}}", {"title": "x"}, "no key"),
    "an empty key": Broken("@article{,\n title={x}}", {"title": "x"}, "no key"),
    "space behind the at sign": Broken("@ article{a, title={x}}", {"title": "x"}),
    "round brackets": Broken("@article(a, title={x (y)}, year = 1)", {"title": "x (y)", "year": "1"}),
    "escaped brace alone": Broken("@article{a, title = {b \\{ c}, year=1}", {"title": "b \\{ c", "year": "1"}),
    "quote in braces in quotes": Broken('@article{a, title = "x {"} y", year = 1}', {"title": 'x {"} y', "year": "1"}),
    "many commas": Broken("@article{a, title = {x},,, year = 1,}", {"title": "x", "year": "1"}),
    "unknown string": Broken("@article{a, journal = foo}", {"journal": "foo"}, "no @string is called 'foo'"),
    "capitals": Broken("@ARTICLE{a, TITLE = {x}}", {"title": "x"}),
    "no fields": Broken("@article{a}", {}),
    "windows line ends": Broken("@article{a,\r\n title = {x},\r\n}", {"title": "x"}),
}
"""By what is wrong with them."""

LOST = {
    "brace too many": ("@article{a, title = {unb } c}, year=1}", "cannot be read"),
    "nothing but noise": ("@article{a, == }", "cannot be read"),
    "preamble": ('@preamble{"\\newcommand{\\x}{y}"}', "@preamble"),
}
"""What gives no entry, and words of the problem that must be told."""
