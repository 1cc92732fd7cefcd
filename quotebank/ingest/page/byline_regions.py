"""Which elements of a page mark a byline, and which parts of it are never an article's own.

Classes, ids and test ids are taken word by word (``ArticleAuthor__name`` is article, author, name), so that no site's
own names need to be known.
"""

# ruff: noqa: SIM905 -- lists of words read best as text

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from lxml.html import HtmlElement

_MARKS = frozenset(
    """
    author authors byline bylines byliner reporter reporters writer writers journalist journalists contributor
    contributors columnist columnists autor autoren autores autora autorin auteur auteurs autrice autore autori autorzy
    autorka penulis yazar yazarlar forfatter skribent kirjoittaja toimittaja auteursnaam firma firmante redattore
    giornalista redaktor redakteur journaliste periodista muhabir wartawan tacgia autorius szerzo szerző автор авторы
    автори avtor avtory korrespondent 記者 记者 作者 기자 reportername writername authorname bylinename kisha gija
    kijs signature createdby createby κείμενο συντάκτης syntaktis
    """.split()
)
_STRONG = frozenset("byline bylines author authors autor autoren autores auteur auteurs autore autori автор".split())
_NOT_A_NAME = frozenset(
    """
    image img photo photos picture avatar bio biography description desc about social follow twitter facebook email mail
    icon related more tooltip date time datetime published updated role title job position function location place count
    popover comment comments reply newsletter footer translator editor editors credit credits caption category tags
    button articles posts archive subscribe thumbnail thumb contact phone occupation affiliation org organization
    foto bild timestamp share tel links intro excerpt summary signup uebersetzer traducteur
    """.split()
)
_REGIONS = frozenset(
    """
    related recommended recommend recommendation recommendations promo promos teaser teasers sidebar comment comments
    disqus newsletter newsletters subscribe subscription footer nav navigation navbar menu breadcrumb breadcrumbs share
    sharing social widget widgets trending popular mostread latest carousel slider advert advertisement sponsored
    outbrain taboola caption figcaption photocredit copyright cookie cookies consent modal popup bio
    biography readmore similar recirculation recirc onward paywall poll ticker toolbar addthis relacionadas relacionados
    similaires verwandte podobne похожие komentarze kommentare commentaires comentarios комментарии yorumlar
    cap hidden tooltip legend legende fotocredit bildunterschrift skip
    """.split()
)
_TAGS = frozenset(
    """
    script style noscript template svg iframe nav aside footer figure figcaption form button select textarea object
    video audio canvas dialog menu picture
    """.split()
)
_BLOCKS = frozenset(
    """
    address article blockquote body br center dd details div dl dt fieldset h1 h2 h3 h4 h5 h6 header hgroup hr html li
    main ol p pre section small summary table tbody td tfoot th thead tr ul
    """.split()
)
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_TEASER_TAGS = frozenset(("li", "article", "section", "div", "td", "a"))
_FEW, _LONGEST_TEASER, _LONG_ATTRIBUTES = 144, 600, 1000
_MARKING = ("class", "id", "data-testid", "data-component", "data-qa")
"""The attributes that hold class words."""

_HEADS = frozenset(("meta", "submitted", "byline"))
"""What a footer is called that holds an article's author and date and may stand over its text."""

_ASIDE = frozenset(("time", "img", "svg", "script", "style", "button", "figure", "noscript", "sup"))
_OTHER_PROPERTIES = frozenset(("jobTitle", "description", "worksFor", "image", "datePublished"))


class Mark(NamedTuple):
    """Why an element marks a byline, and how sure that is (0 to 100)."""

    source: str
    confidence: int


class Traits(NamedTuple):
    """What an element's tag and attributes say: whether it marks a byline, and what it is besides.

    `foreign` is no part of the article's text (other stories, comments, pictures, what nobody sees); `right` stands
    at the right, as signatures do; `beside` tells something besides names inside a byline (a job, a place, a date).
    """

    mark: Mark | None
    foreign: bool
    right: bool
    beside: bool


def traits_of(element: HtmlElement) -> Traits:
    """The traits of an element; those of short attributes are remembered, as pages repeat them."""
    items = element.items()
    if not items:
        return _bare_traits(element.tag)
    short = sum(map(len, element.values())) < _LONG_ATTRIBUTES
    return (_traits if short else _traits.__wrapped__)(element.tag, tuple(items))


@lru_cache(maxsize=256)
def _bare_traits(tag: str) -> Traits:
    """The traits of an element without attributes."""
    mark = Mark("byline <address>", 58) if tag == "address" else None
    return Traits(mark, tag in _TAGS, right=False, beside=tag in _ASIDE)


@lru_cache(maxsize=2048)
def _traits(tag: str, items: tuple[tuple[str, str], ...]) -> Traits:
    attributes = dict(items)
    style = attributes.get("style", "").replace(" ", "").lower()
    marking = " ".join(filter(None, map(attributes.get, _MARKING)))
    hidden = "hidden" in attributes or attributes.get("aria-hidden") == "true" or "display:none" in style
    region = bool(marking) and tag not in ("body", "main") and _is_region(marking)
    right = attributes.get("align", "").lower() == "right" or "text-align:right" in style
    aside = tag in _TAGS and not (tag == "footer" and not _HEADS.isdisjoint(_words(marking)))
    beside = tag in _ASIDE or attributes.get("itemprop") in _OTHER_PROPERTIES or _is_beside(marking)
    return Traits(_mark(tag, attributes, marking), aside or hidden or region, right, beside)


def _mark(tag: str, attributes: Mapping[str, str], marking: str) -> Mark | None:
    """Whether attributes say that an element names an author."""
    if "author" in attributes.get("itemprop", "").lower().split():
        return Mark("byline itemprop=author", 88)
    if "author" in attributes.get("rel", "").lower().split():
        return Mark("byline rel=author", 85)
    found = _class_mark(marking) if marking else None
    if tag == "a" and not found and _leads_to_author(attributes.get("href", "")):
        return Mark("byline linked to its author", 66)
    return found or (Mark("byline <address>", 58) if tag == "address" else None)


def _leads_to_author(href: str) -> bool:
    """Whether an address is that of a page about one author: /authors/jane-doe."""
    parts = href.lower().partition("?")[0].split("/")
    return any(part in _AUTHOR_PATHS and following for part, following in pairwise(parts))


_AUTHOR_PATHS = frozenset(
    """
    author authors autor autores autoren auteur auteurs autore autori autorzy autori reporter reporters reporter-bio
    journalist journalists journaliste journalistes writer writers columnist columnists yazar yazarlar avtor avtory
    contributor contributors byline people-author redakteur kolumnisten penulis tacgia tac-gia kirjoittaja forfatter
    skribent
    """.split()
)


@lru_cache(maxsize=4096)
def _class_mark(text: str) -> Mark | None:
    """The mark in class words, unless they are about a picture, a biography or a date."""
    words = _own_words(text)
    marks = [word for word in words if word in _MARKS]
    by = "by" in words and not {"write", "written", "created", "posted"}.isdisjoint(words)
    if (not marks and not by and not {"expert", "experts"} & set(words)) or not _NOT_A_NAME.isdisjoint(words):
        return None
    if not marks and by:
        return Mark("byline .written-by", 74)
    if not marks:
        return Mark("byline .expert", 64)
    return Mark(f"byline .{marks[0]}", 80 if marks[0] in _STRONG else 74)


def _own_words(text: str) -> list[str]:
    """Class words without the name of the part of a post that they stand in (``post-footer``, ``entry-footer``)."""
    words = list(_words(text))
    return [word for word in words if word != "footer"] if {"post", "entry", "article"} & set(words) else words


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """Class words in lower case, ``camelCase`` and ``snake_case`` parted."""
    return tuple([word.lower() for word in _word_pattern().findall(text[:400])])


@cache
def _word_pattern() -> "re.Pattern[str]":
    return re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\d_a-zA-Z]+")


@lru_cache(maxsize=4096)
def _is_region(text: str) -> bool:
    words = _own_words(text)
    if "with" in words or "has" in words or "no" in words:
        return False
    if not _MARKS.isdisjoint(words):  # the box of author, date and buttons: author_share
        words = [word for word in words if word not in ("share", "sharing", "social", "toolbar")]
    picture = ("credit" in words or "credits" in words) and not {"photo", "image", "picture", "img"}.isdisjoint(words)
    return picture or any(word in _REGIONS for word in words) or ("most" in words and "read" in words)


@lru_cache(maxsize=4096)
def _is_beside(text: str) -> bool:
    return not _NOT_A_NAME.isdisjoint(_words(text))


def is_block(element: HtmlElement) -> bool:
    """Whether an element stands on lines of its own."""
    return element.tag in _BLOCKS


def teasers(whole: HtmlElement) -> set[HtmlElement]:
    """The links to other stories: small boxes with a heading that links."""
    found = set()
    for heading in whole.iter(*_HEADINGS):
        parent = heading.getparent()
        if traits_of(heading).mark or parent is None or (parent.tag != "a" and next(heading.iter("a"), None) is None):
            continue
        for box in (parent, parent.getparent()):
            if box is not None and box not in found and box.tag in _TEASER_TAGS and _is_small(box):
                found.add(box)
    return found


def _is_small(box: HtmlElement) -> bool:
    return sum(map(len, islice(box.itertext(), _FEW))) <= _LONGEST_TEASER
