"""The language of an article: what the page declares, if its script and its small words bear it out.

A declared language is wrong or missing on one page in seven. The detector (`py3langid`) costs more to load than all the
rest, so it is asked only about pages whose declaration is missing, contradicted or not borne out.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from quotebank.ingest.page.document import Document
from quotebank.ingest.page.language_words import RANGES, SAME, SCRIPTS, WORDS
from quotebank.ingest.page.meta_tags import said
from quotebank.ingest.page.structured import Node
from quotebank.ingest.page.weighing import Verdict

_SAMPLE = 6_000
_FEWEST = 5
"""So many small words must be met before they decide."""
_MANY = 15
_SHORTEST = 80
_LONGEST_WORD = 25
_FEWEST_WORDS = 8
_PLAIN = 2


class _Claim(NamedTuple):
    tag: str
    source: str

    @property
    def language(self) -> str:
        return self.tag.partition("-")[0]


def language(page: Document, node: Node | None, title: str) -> list[Verdict[str]]:
    """BCP 47 tags, best first; empty when nothing tells. A tag's region stays where the declared one is borne out."""
    claims = list(_claims(page, node))
    text = _text(page, title)
    script = _script(text)
    if script in SCRIPTS:
        able = SCRIPTS[script]
        declared = next((claim for claim in claims if claim.language in able), None)
        if declared:
            return [Verdict(declared.tag, (declared.source, "script of the text"), 97)]
        return [Verdict(able[0], ("script of the text",), 92)]
    if not script or len(text) < _SHORTEST:
        sure = 70 if len({claim.language for claim in claims}) == 1 else 40
        return [Verdict(claim.tag, (claim.source,), sure) for claim in claims[:1]]
    return _by_words(text, claims)


def _by_words(text: str, claims: list[_Claim]) -> list[Verdict[str]]:
    """The declared language that the small words of a text bear out, else the one they or the detector name."""
    counts = _counted(text)
    best = next(iter(counts), "")
    borne_out = next(
        (claim for claim in claims if claim.language in counts and _borne_out(claim.language, counts)), None
    )
    if borne_out:
        return [Verdict(borne_out.tag, (borne_out.source, "words of the text"), 97)]
    if not claims and _is_decisive(counts):
        return [Verdict(best, ("words of the text",), 90)]
    return _detected(text, claims, best) if _has_words(text) else []


def _claims(page: Document, node: Node | None) -> Iterator[_Claim]:
    root = page.root
    xml = "{http://www.w3.org/XML/1998/namespace}lang"
    raw = [(root.get("lang") or root.get(xml) or root.get("xml:lang") or "", "html lang")]
    if node is not None:
        raw += [
            (text, "JSON-LD inLanguage")
            for text in page.statements.texts(node.get("inLanguage"), names="alternateName name")
        ]
    raw += list(said(page.metas, "og:locale content-language dc.language dcterms.language citation_language language"))
    for value, source in raw:
        tag = tag_of(value)
        if tag:
            yield _Claim(tag, source)


def tag_of(text: str) -> str:
    """A BCP 47 tag (RFC 5646, 2.1) out of what pages write: ``uk_UA``, ``EN-us``, ``kr``; `""` for what is none."""
    if len(text) == _PLAIN and text.isascii() and text.isalpha():
        return SAME.get(text.lower(), text.lower()) if text.lower() not in ("nb", "nn") else text.lower()
    match = re.match(r"\s{0,5}([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?![A-Za-z\d])", text)
    if match is None or re.match(r"\s{0,5}utf", text, re.IGNORECASE):
        return ""
    primary = match[1].lower()
    primary = SAME.get(primary, primary) if primary not in ("nb", "nn") else primary
    script = f"-{match[2].title()}" if match[2] else ""
    return f"{primary}{script}" + (f"-{match[3].upper()}" if match[3] else "")


def _text(page: Document, title: str) -> str:
    """The longer paragraphs, else everything that the page shows."""
    text = " ".join(page.paragraphs[:40])[:_SAMPLE]
    if len(text) < _SHORTEST:
        text = f"{title} {text} {' '.join(block.text for block in page.blocks[:80])[:1_000]}".strip()
    return text


def _script(text: str) -> str:
    """The script of most letters; kana make a text Japanese, however few beside the Chinese characters."""
    counts: Counter[str] = Counter()
    for char, times in Counter(text).items():
        if char.isalpha():
            code = ord(char)
            counts[next((name for name, low, high in RANGES if low <= code <= high), "")] += times
    if not counts:
        return ""
    dense = counts["Kana"] + counts["Han"]
    if counts["Kana"] * 12 > dense >= max(counts["Latin"], counts["Hangul"]):
        return "Kana"
    if counts["Hangul"] * 3 > counts.total():
        return "Hangul"
    # A Chinese character says as much as two or three letters: names in Latin letters do not outweigh them.
    counts["Han"] *= 2
    return counts.most_common(1)[0][0]


def _counted(text: str) -> dict[str, int]:
    """How many small words of each language the text has, most first."""
    words = Counter(re.findall(r"[^\s\d.,;:!?()\[\]«»\"“”„…/|،؟।]+", text.lower()))
    found = {code: sum(words[word] for word in set(listed.split())) for code, listed in WORDS.items()}
    return dict(sorted(((code, count) for code, count in found.items() if count), key=lambda entry: -entry[1]))


_NEIGHBOURS = ({"da", "no"}, {"hr", "bs", "sr"}, {"id", "ms"}, {"cs", "sk"}, {"gl", "pt"})
"""Languages whose small words are nearly the same: the declared one is believed."""


def _borne_out(code: str, counts: dict[str, int]) -> bool:
    code = "no" if code in ("nb", "nn") else code
    count, most = counts.get(code, 0), max(counts.values())
    if count < _FEWEST:
        return False
    near = next((group for group in _NEIGHBOURS if code in group), {code})
    others = max((other for name, other in counts.items() if name not in near), default=0)
    return count > others and 10 * count >= 8 * most


def _is_decisive(counts: dict[str, int]) -> bool:
    """Whether one language has so many more of its small words than the next that no detector is needed."""
    first, second = [*counts.items(), ("", 0), ("", 0)][:2]
    alone = not any(first[0] in group for group in _NEIGHBOURS)
    return alone and first[1] >= _MANY and 3 * second[1] <= 2 * first[1]


def _has_words(text: str) -> bool:
    """Whether a text is made of words at all; the detector names a language for any noise."""
    return len({word for word in text.split() if len(word) <= _LONGEST_WORD and word.isalpha()}) >= _FEWEST_WORDS


def _detected(text: str, claims: list[_Claim], best: str) -> list[Verdict[str]]:
    from py3langid import classify  # type: ignore[import-untyped]

    found = str(classify(text)[0])
    agreeing = next((claim for claim in claims if claim.language == found), None)
    if agreeing:
        return [Verdict(agreeing.tag, (agreeing.source, "py3langid"), 94)]
    sure = 88 if best == found or not claims else 75
    return [Verdict(found, ("py3langid",), sure), *[Verdict(claim.tag, (claim.source,), 30) for claim in claims[:2]]]
