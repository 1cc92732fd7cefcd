"""Texts that try to be more than text, and a record made of them."""

import re

from quotebank.model.articles import Article, Original
from quotebank.model.dates import PartialDate
from quotebank.model.names import Name

PAYLOADS = (
    "\\input{/etc/passwd}",
    "\\write18{rm -rf x} \\immediate\\openout\\def\\x{y}\\csname a\\endcsname",
    "evil}, author = {Mallory",
    "x}\n\n@article{injected, title = {y}",
    "@word { at the start",
    "100% sure & <b>bold</b> #1 _a_ ^2 ~x~ $5 and $6",
    "unbalanced { brace",
    "unbalanced } brace",
    "ends with a backslash\\",
    "ends with two \\\\",
    '"quoted" “curly” «guillemets» „low“',
    "line\nbreak\r\nand\ttab",
    "control \x00\x07\x1b[31m \x9b \u202e reversed \u2028 \ud800",
    "Кириллица 한국어 中文 日本語 العربية ελληνικά e\u0301 😀 ﬁ",
    "and and others and",
    "A, B, C, D",
    "--- - 1. * [x](y) `code` <script>",
    " ",
    "",
)

DANGEROUS = re.compile(
    r"\\(?:input|include|openin|openout|read|write|immediate|catcode|def|edef|gdef|xdef|let|csname|special|usepackage)"
    r"(?![A-Za-z])"
)
"""TeX primitives that read, write or redefine."""


def tortured(key: str, payload: str) -> Article:
    """An article every text field of which is the payload."""
    return Article(
        key=key,
        title=payload,
        authors=(
            Name(family=payload or "x", given=payload, particle=payload, suffix=payload),
            Name(literal=payload or "x"),
        ),
        outlet=payload,
        date=PartialDate.from_edtf("2021-11-11"),
        issue=payload,
        volume=payload,
        pages=payload,
        section=payload,
        url=f"https://example.org/{payload}",
        archive_url=f"https://archive.example/{payload}",
        accessed=PartialDate.from_edtf("2021-11-30"),
        language="en",
        publisher=payload,
        translator=(Name(family=payload or "x"),),
        original=Original(payload, payload, payload),
        title_translated=payload,
        tags=(payload,),
        note=payload,
    )
