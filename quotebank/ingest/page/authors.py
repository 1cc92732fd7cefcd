"""The authors of an article: what the metadata say against the bylines that readers see."""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from quotebank.ingest.page.byline_cleaning import clean_names
from quotebank.ingest.page.bylines import find_bylines
from quotebank.ingest.page.document import Document
from quotebank.ingest.page.intake import bare
from quotebank.ingest.page.meta_tags import first, said
from quotebank.ingest.page.structured import Node
from quotebank.ingest.page.title_parts import pieces
from quotebank.ingest.page.weighing import LINE, Evidence, Verdict
from quotebank.model.names import Name

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META = (
    ("citation_author", 92), ("parsely-author", 82), ("sailthru.author", 80), ("article:author", 76),
    ("article:author_name", 80), ("og:article:author", 76), ("dc.creator dcterms.creator", 80), ("byl", 84),
    ("author", 74), ("dc.contributor.author", 70), ("twitter:creator:name", 60), ("cxenseparse:author", 80),
    ("mediator_author", 80), ("byline", 80),
    ("articleauthor article-author article.author article_author author-name author_name news_author", 78),
)  # fmt: skip
"""Meta elements that name authors, and how often they are right (per cent) when they name a person."""

_FIRM = 80
_SHORT = 4
_NAMESAKE, _TELLING = 25, 50
_ALONE = 0.15
"""What the best byline of a page gains when nothing else names anybody."""

_WRITTEN_BY = frozenset((
    "written by", "verfasst von", "geschrieben von", "écrit par", "escrito por", "scritto da", "geschreven door",
    "skriven av", "skrevet av", "skrevet af", "kirjoittanut", "napisane przez", "autor", "autora", "yazan", "автор",
    "написано", "γράφτηκε από", "كُتب بواسطة", "نوشته شده توسط", "נכתב על ידי", "ditulis oleh", "được viết bởi",
    "作者", "執筆者", "글쓴이", "scris de", "written", "napsal", "escrit per",
))  # fmt: skip

Names = tuple[Name, ...]


class Setting(NamedTuple):
    """What tells authors from others: the outlet's names as printed, the address, the article's main part and title.

    `heading` is the element that shows the title.
    """

    outlets: Collection[str]
    url: str
    part: "HtmlElement | None"
    title: str = ""
    heading: "HtmlElement | None" = None


def authors(page: Document, node: Node | None, setting: Setting) -> list[Verdict[Names]]:
    """Lists of authors, best first; empty when the page names nobody."""
    told = _declared(page, node, setting)
    seen = _shown(page, setting, [piece.value for piece in told if piece.weight >= _FIRM])
    verdicts = [_weighed(piece, told, seen) for piece in (*told, *seen)]
    verdicts.sort(key=lambda verdict: -verdict.confidence)
    unique: list[Verdict[Names]] = []
    for verdict in verdicts:
        if all(_related(verdict.value, other.value) != "same" for other in unique):
            unique.append(verdict)
    return unique


def _weighed(
    piece: Evidence[Names], told: Sequence[Evidence[Names]], seen: Sequence[Evidence[Names]]
) -> Verdict[Names]:
    """One list of authors against all the others: those that agree raise it, the strongest that does not lowers it.

    A visible byline that holds the declared authors and more is the fuller list. People outweigh institutions. What is
    told in a plain meta element (a user of the editing system) weighs little against what readers see.
    """
    wrong, doubt, sources = 1 - piece.weight / 100, 0.0, [piece.source]
    is_seen = any(piece is other for other in seen)
    for other in (*told, *seen):
        if other is piece:
            continue
        relation = _related(piece.value, other.value)
        other_is_seen = any(other is one for one in seen)
        if relation == "same" and other.source not in sources:
            wrong *= 1 - other.weight / 100
            sources.append(other.source)
        elif relation == "part" and is_seen and not other_is_seen:
            wrong *= 1 - other.weight / 400
        elif relation == "whole":
            doubt = max(doubt, other.weight / 500)
        elif not relation and other.weight >= _TELLING and _is_people(other.value) >= _is_people(piece.value):
            weak = other.weight < _FIRM
            share = (6 if other_is_seen else 5 if weak else 3) if is_seen else 3 if weak or other_is_seen else 2
            doubt = max(doubt, other.weight / 100 / share)
    if is_seen and len(seen) == 1 and not told and piece.source == "dateline":
        wrong = min(wrong, 1 - LINE / 100)  # an agency, and nobody else is named
    sure = (1 - wrong) * (1 - doubt)
    if (
        is_seen
        and piece is seen[0]
        and _is_people(piece.value)
        and not any(_is_people(one.value) for one in told if one.weight >= _TELLING)
    ):
        sure = max(sure, min(sure + _ALONE, LINE / 100 + 0.02)) if sure < LINE / 100 else sure
    return Verdict(piece.value, tuple(sources), min(round(100 * sure), 99))


def _declared(page: Document, node: Node | None, setting: Setting) -> list[Evidence[Names]]:
    raw: list[tuple[Sequence[str], str, int]] = []
    if node is not None:
        for name, weight in (("author", 88), ("creator", 78)):
            raw.append((page.statements.texts(node.get(name)), f"JSON-LD {name}", weight))
    raw += _labelled(page)
    raw += [([value for value, _ in said(page.metas, names)], names.split()[0], weight) for names, weight in _META]
    found = []
    sections = {bare(piece.text) for piece in pieces(page.title) if " " not in piece.text}
    for texts, source, weight in raw:
        texts = list(dict.fromkeys(texts))  # noqa: PLW2901 -- each once
        names = clean_names(texts, outlets=setting.outlets, url=setting.url) if texts else ()
        if names := tuple(
            [name for name in names if not _is_house(name, setting.outlets) and bare(name.display) not in sections]
        ):
            doubt = 0 if _is_people(names) else 12
            doubt += _NAMESAKE if _is_namesake(names, setting.outlets) else 0
            found.append(Evidence(names, source, weight - doubt))
    return found


def _labelled(page: Document) -> Iterator[tuple[Sequence[str], str, int]]:
    """The writers in the pairs of label and value that cards of X have, in the language of the site's software."""
    for number in "12":
        label = first(page.metas, f"twitter:label{number}").value.lower().rstrip(":")
        if label in _WRITTEN_BY:
            yield [first(page.metas, f"twitter:data{number}").value], f"twitter:data{number}", 74


def _shown(page: Document, setting: Setting, declared: Collection[Names]) -> list[Evidence[Names]]:
    bylines = find_bylines(
        page.root, setting.part, headline=setting.heading, outlets=setting.outlets, url=setting.url, declared=declared
    )
    title = bare(setting.title)
    return [
        Evidence(byline.names, byline.source, min(byline.confidence, 97))
        for byline in bylines[:6]
        if byline.names and not (title and bare(byline.names[0].display) == title)
    ]


def _is_house(name: Name, outlets: Collection[str]) -> bool:
    """Whether a declared name is the outlet's with a word beside it: its desk, its staff."""
    text = bare(name.display)
    return any(len(bare(outlet)) > _SHORT and bare(outlet) in text for outlet in outlets)


def _is_namesake(names: Names, outlets: Collection[str]) -> bool:
    """Whether the only name is most of the outlet's: its short form, unless readers see it as a byline, too."""
    text = bare(names[0].display)
    return len(names) == 1 and any(text in bare(outlet) and 2 * len(text) > len(bare(outlet)) for outlet in outlets)


def _is_people(names: Names) -> bool:
    return any(not name.literal for name in names)


def _key(name: Name) -> frozenset[str]:
    """The words of a name in any order."""
    return frozenset(filter(None, map(bare, name.display.replace("-", " ").split())))


def _related(left: Names, right: Names) -> str:
    """How a list of names stands to another: ``same``, ``whole`` of which the other has ``part``, or ``""``."""
    ours, theirs = {_key(name) for name in left}, {_key(name) for name in right}
    if ours == theirs:
        return "same"
    if theirs < ours:
        return "part"  # the other is a part of this list
    if ours < theirs:
        return "whole"
    return ""
