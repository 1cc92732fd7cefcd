"""How sure it is that two records are of one work, and why: address, DOI, outlet, authors, date and title together.

======================================================  =====
same DOI                                                 99
same address, nothing against it                         97
same outlet, day, authors and title                      97
same outlet, day and title, one of them unsigned         91
same outlet, day and authors, title spelt otherwise      92
same outlet, day and authors, one without a title        88
same outlet, authors and title, one with less of a date  90
same outlet, authors and title, one without any date     87
======================================================  =====

What is left out of a record is held against it, what contradicts rules it out: another title on the same day is
another article, another outlet's copy a reprint. From `SAME` on two records are taken for one.
"""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple

from quotebank.actions.digest_names import Person, person, same_people, same_person
from quotebank.actions.duplicate_titles import Titles, compare_titles, rather_alike, words_of
from quotebank.bank.marks import bare_doi, compared_address, sound_mark
from quotebank.model.articles import Article
from quotebank.model.names import Name
from quotebank.text.addresses import site_of
from quotebank.text.folding import fold
from quotebank.text.scripts import is_han, is_hangul, is_kana
from quotebank.text.sounds import romanisation_key

SAME = 85
"""Above this, and at it, `import` and `add` take two records for one work."""

_DAY = len("2021-11-30")
_LEAST_WORDS = 3
_MOST_AUTHORS = 12
_UNSURE = 5


class Likeness(NamedTuple):
    """A record that may be of the same work: its key, why, and how sure that is, 0 to 100."""

    key: str
    reasons: tuple[str, ...]
    sure: int

    @property
    def same(self) -> bool:
        """Whether the two are taken for one."""
        return self.sure >= SAME

    @property
    def why(self) -> str:
        """The reasons in one line."""
        return ", ".join(self.reasons)


class Relation(Enum):
    """How a field of two records relates."""

    SAME = "same"
    PARTLY = "partly"
    UNKNOWN = "unknown"
    NONE = "none"
    DIFFERENT = "different"


OutletsAlike = Callable[[str, str], bool]
"""Whether two names of outlets are one's."""


def doi_of(article: Article) -> str:
    """An article's DOI in lower case, ``""`` if it has none."""
    variables = article.extra.get("csl")
    value = variables.get("DOI") if isinstance(variables, dict) else None
    return bare_doi(value) if isinstance(value, str) else ""


def addresses_of(article: Article) -> list[str]:
    """The addresses of an article and of its archived copy's original, as they are compared."""
    forms = (compared_address(url) for url in (article.url, article.archive_url) if url)
    return list(dict.fromkeys(form for form in forms if form))


def likeness(article: Article, known: Article, alike: OutletsAlike) -> Likeness | None:
    """How like `article` is to a `known` one; None when nothing speaks for it or something rules it out."""
    titles = compare_titles(article, known)
    one, other = doi_of(article), doi_of(known)
    if one and other and (one != other or "chapter" not in (article.type, known.type) or titles is not Titles.UNLIKE):
        return Likeness(known.key, ("same DOI",), 99) if one == other else None
    if not set(addresses_of(article)).isdisjoint(addresses_of(known)):
        return _at_one_address(article, known, titles)
    return _by_what_they_say(article, known, titles, alike)


def contradictions(article: Article, known: Article, alike: OutletsAlike) -> list[str]:
    """The fields in which two records cannot be of one work: ``title``, ``authors``, ``date``, ``outlet``."""
    other_title = compare_titles(article, known) is Titles.UNLIKE and not rather_alike(article, known)
    found = ["title"] if other_title else []
    if authors(article, known) is Relation.DIFFERENT:
        found.append("authors")
    if article.date and known.date and not article.date.overlaps(known.date, known.date):
        found.append("date")
    if outlets(article, known, alike) is Relation.DIFFERENT:
        found.append("outlet")
    return found


def _at_one_address(article: Article, known: Article, titles: Titles) -> Likeness:
    """One address is one work, unless the page is one whose contents change: a column, a section."""
    against = ["another title"] if titles is Titles.UNLIKE else []
    if dates(article, known) is Relation.DIFFERENT:
        against.append("another date")
    if against and authors(article, known) is Relation.DIFFERENT:  # alone it would only be another byline
        against.append("other authors")
    sure = 97 if not against else 90 if len(against) == 1 else 60
    return Likeness(known.key, ("same address", *against), sure)


def _by_what_they_say(article: Article, known: Article, titles: Titles, alike: OutletsAlike) -> Likeness | None:
    date = dates(article, known)
    outlet = outlets(article, known, alike)
    if titles is Titles.UNLIKE or date is Relation.DIFFERENT or outlet is Relation.DIFFERENT:
        return None
    if article.issue and known.issue and fold(article.issue) != fold(known.issue):
        return None
    people = authors(article, known)
    if people is Relation.DIFFERENT:
        return None
    sure = _sure(titles, date, people, article)
    if outlet is not Relation.SAME:
        sure -= 9 if date is Relation.SAME and people is Relation.SAME and titles is Titles.EQUAL else 30
    if _two_pages(article, known) and (titles is not Titles.EQUAL or not telling(article)):
        sure = min(sure, SAME - _UNSURE)
    if sure <= 0:
        return None
    return Likeness(known.key, tuple(_reasons(article, known, (titles, date, people, outlet))), sure)


def _sure(titles: Titles, date: Relation, people: Relation, article: Article) -> int:
    """The table of the module; the less is known, the less sure."""
    signed = {Relation.SAME: 0, Relation.NONE: 1, Relation.UNKNOWN: 2, Relation.PARTLY: 2}[people]
    if titles is Titles.UNKNOWN:
        return 88 if signed == 0 and date is Relation.SAME else 45 if signed == 0 and date is Relation.PARTLY else 0
    equal = titles is Titles.EQUAL
    if date is Relation.SAME:
        return ((97, 93, 91) if equal else (92, 86, 80))[signed]
    long = telling(article)
    if date is Relation.PARTLY:
        return ((90 if long else 84, 82, 78) if equal else (84, 70, 60))[signed]
    return ((87 if long else 70, 75, 65) if equal else (72, 55, 45))[signed]


def telling(article: Article) -> bool:
    """Whether a title is more than a column's name, which stands over many works."""
    return len(words_of(article.title or article.title_translated)) >= _LEAST_WORDS


def _two_pages(article: Article, known: Article) -> bool:
    """Whether both have an address on one site: pages of a site that differ are different works, or nearly always."""
    return bool(article.url and known.url) and site_of(article.url) == site_of(known.url)


def dates(article: Article, known: Article) -> Relation:
    """`SAME` for one day, `PARTLY` when one says less than the other and they may agree."""
    one, other = article.date, known.date
    if one is None or other is None:
        issues = article.issue and known.issue and fold(article.issue) == fold(known.issue)
        return Relation.PARTLY if issues and one is other else Relation.UNKNOWN
    if one.edtf() == other.edtf():
        issues = article.issue and known.issue and fold(article.issue) == fold(known.issue)
        return Relation.SAME if len(one.edtf()) == _DAY or issues else Relation.PARTLY
    return Relation.PARTLY if one.overlaps(other, other) else Relation.DIFFERENT


def outlets(article: Article, known: Article, alike: OutletsAlike) -> Relation:
    """Whether two records are of one outlet; where one names none, the sites of their addresses tell."""
    first = [name for name in (article.outlet, article.original.outlet) if name]
    second = [name for name in (known.outlet, known.original.outlet) if name]
    if first and second:
        return Relation.SAME if any(alike(one, other) for one in first for other in second) else Relation.DIFFERENT
    if article.url and known.url:
        return Relation.SAME if site_of(article.url) == site_of(known.url) else Relation.DIFFERENT
    return Relation.UNKNOWN if first or second else Relation.NONE


def authors(article: Article, known: Article) -> Relation:
    """Whether two records have the same authors; `PARTLY` when one lists some of the other's."""
    one, other = article.authors[:_MOST_AUTHORS], known.authors[:_MOST_AUTHORS]
    if not one and not other:
        return Relation.NONE
    if not one or not other:
        return Relation.UNKNOWN
    first, second = [_people(name) for name in one], [_people(name) for name in other]
    if same_people([forms[0] for forms in first], [forms[0] for forms in second]):
        return Relation.SAME
    shorter, longer = sorted((list(zip(one, first, strict=True)), list(zip(other, second, strict=True))), key=len)
    left = list(longer)
    for name, forms in shorter:
        found = next((each for each in left if _one_person(name, forms, *each)), None)
        if found is None:
            return Relation.DIFFERENT
        left.remove(found)
    return Relation.PARTLY if left else Relation.SAME


def _people(name: Name) -> list[Person]:
    """A name as it is compared, in its own script too."""
    forms = [person(name)]
    if name.original:
        forms.append(person(Name(literal=name.original)))
    return forms


def _one_person(name: Name, forms: Sequence[Person], other: Name, others: Sequence[Person]) -> bool:
    if any(same_person(one, two) for one in forms for two in others):
        return True
    if not (_sounds(name) & _sounds(other) or _in_signs(name) != _in_signs(other)):
        return False  # The look below would find nothing in common, and takes a hundred times longer.
    from quotebank.text.names import same_name

    first, second = [each for each in (name.display, name.original) if each], [other.display, other.original]
    links = (same_name(one, two) for one in first for two in second if two)
    return any(link is not None and link.how != "part" for link in links)


def _sounds(name: Name) -> set[str]:
    """The words of a name however they are romanised."""
    return {romanisation_key(word) or word for word in fold(f"{name.display} {name.original}").split()}


def _in_signs(name: Name) -> bool:
    """Whether a name is written in Chinese characters, kana or Hangul."""
    return any(is_han(char) or is_kana(char) or is_hangul(char) for char in name.display)


def _reasons(article: Article, known: Article, relations: tuple[Titles, Relation, Relation, Relation]) -> "list[str]":
    titles, date, people, outlet = relations
    told: list[str] = []
    if outlet is Relation.SAME:
        told.append("same outlet" + _spelt(article.outlet, known.outlet))
    if people in (Relation.SAME, Relation.PARTLY):
        names = [[name.display for name in each.authors] for each in (article, known)]
        what = "same author" if people is Relation.SAME else "some of the same authors"
        told.append(what + (_spelt(names[0][0], names[1][0]) if people is Relation.SAME else ""))
    if date is Relation.SAME and article.date:
        told.append(f"same date {article.date.edtf()}")
    elif date is Relation.PARTLY:
        told.append("dates that agree")
    if titles is Titles.UNKNOWN:
        told.append("one without a title" if article.title or known.title else "both without a title")
    else:
        told.append("same title" if titles is Titles.EQUAL else "title spelt otherwise")
    return told


def _spelt(one: str, other: str) -> str:
    return f" ({one} = {other})" if one and other and one != other else ""


def same_outlet_sound(one: str, other: str) -> bool:
    """Whether two names of outlets are one in another romanisation."""
    return one == other or (bool(sound := sound_mark(one)) and sound == sound_mark(other))
