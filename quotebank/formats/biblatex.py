"""BibLaTeX, as biber reads it: dates in EDTF, web pages as ``@online``, relations between sources.

Entry types and fields are those of the biblatex manual, 2.1 and 2.2; a record that lacks what its type must have
takes a type that can do without, so that ``biber --validate-datamodel`` has nothing to say but for a missing author
or date. Undated items are never ``@article``, whose styles print empty parentheses for the date.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from quotebank.formats import Context
from quotebank.formats.bib_fields import (
    STATED,
    annotation,
    archive_sentence,
    entry,
    entry_kind,
    further_fields,
    keyword_list,
    own_field,
    page_range,
    quoted_in,
    sentences,
    stand_in_title,
    translated_by,
    unplaced_numbers,
)
from quotebank.formats.bib_reading_fields import NOUNS, OWN
from quotebank.formats.bib_text import field_text, field_url, is_whole_number, language_name, name_list, title_text
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.model.keys import valid_key

if TYPE_CHECKING:
    from quotebank.formats.parsed import Parsed

_KINDS = {
    "article-newspaper": "article", "article-magazine": "article", "article-journal": "article", "review": "article",
    "article": "article", "webpage": "online", "post-weblog": "online", "post": "online", "report": "report",
    "book": "book", "chapter": "inbook", "paper-conference": "inproceedings", "thesis": "thesis",
}  # fmt: skip
_CONTAINERS = {
    "article": "journaltitle", "online": "organization", "misc": "organization", "report": "institution",
    "thesis": "institution", "inbook": "booktitle", "inproceedings": "booktitle", "book": "series",
}  # fmt: skip
_NEWSPAPER = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
_NONACADEMIC = {"article-newspaper": "nonacademic", "article-magazine": "nonacademic"}
_WITH_TRANSLATOR = frozenset({"article", "book", "inbook"})
_WITH_PUBLISHER = frozenset({"book", "inbook", "inproceedings"})
_SENTENCES = frozenset({"addendum", "annotation"})
_WITH_PAGES = frozenset({"article", "inbook", "inproceedings"})


class Profile(NamedTuple):
    """The habits of a family of styles: what is a newspaper to them, and how they say "quoted in".

    `numbered` says that the subtype stays beside a number; with it some styles drop the number. `translation` is the
    field of the translated title, `tail` begins the addendum that names the source that was read. `scripts`: names
    and titles in their own script may stand in ``nameaddon``, ``usera`` and ``userb``; biblatex-chicago, -apa and
    -mla print them, in letters that their fonts may not have, or take them for keys.
    """

    subtypes: Mapping[str, str] = _NEWSPAPER
    numbered: bool = False
    translation: str = "titleaddon"
    tail: str = "Quoted in"
    scripts: bool = True


PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        "standard": Profile(),
        "chicago": Profile(numbered=True, scripts=False),
        "apa": Profile(_NONACADEMIC, numbered=True, tail="As cited in", scripts=False),
        "mla": Profile(tail="Qtd. in", scripts=False),
        "gost": Profile(tail="Цит. по:"),
        "pandoc": Profile(translation="title"),
    }
)
"""Whose habits an export may follow: biblatex's own styles, biblatex-chicago, -apa, -mla, -gost, and pandoc."""


def write(records: Iterable[Article], context: Context) -> Iterator[str]:
    """One entry a record, in the order given; raises `BadInput` for a key no tool takes."""
    profile = find_profile(context.profile)
    for article in records:
        yield _entry(article, context, profile)


def find_profile(name: str) -> Profile:
    """The profile of that name; raises `UsageError` naming those there are."""
    if name not in PROFILES:
        from quotebank.errors import UsageError

        raise UsageError(f"--profile {name}: no profile of that name", "choose " + ", ".join(PROFILES))
    return PROFILES[name]


def _entry(article: Article, context: Context, profile: Profile) -> str:
    kind = entry_kind(article) or _kind(article)
    fields = {"author": name_list(article.authors), **_titles(article, profile)}
    if kind in _WITH_TRANSLATOR and article.translator:
        fields["translator"] = name_list(article.translator)
    fields |= _place(article, kind, profile) | _time(article)
    fields["langid"] = language_name(article.language)
    if article.url:
        fields["url"] = field_url(article.url)
        fields["urldate"] = _date(article.accessed) if article.accessed else ""
    fields |= _remarks(article, kind, profile)
    fields |= further_fields(article, fields)
    for name, value in _relations(article, context, profile).items():
        if value:
            # Beside what came in with the article.
            fields[name] = sentences([fields.get(name, ""), value]) if name in _SENTENCES else value
    fields[OWN] = own_field(article, kind, fields, context)
    return entry(kind, article.key, fields, ascii_only=context.ascii)


def _kind(article: Article) -> str:
    """The entry type whose mandatory fields the article has."""
    kind = _KINDS.get(article.type, "misc")
    home = article.outlet.strip() or article.publisher.strip()
    fits = {
        "article": bool(home and article.date),
        "online": bool(article.url.strip()),
        "report": bool(home),
        "thesis": bool(home),
        "inbook": bool(article.outlet.strip()),
        "inproceedings": bool(article.outlet.strip()),
    }
    if fits.get(kind, True):
        return kind
    return "online" if article.url.strip() else "misc"


def _titles(article: Article, profile: Profile) -> dict[str, str]:
    title = article.title if article.title.strip() else stand_in_title(article)
    fields = {"title": title_text(title, article.language)}
    translated = article.title_translated.strip()
    if translated and title != f"[{translated}]":
        if profile.translation == "title":
            fields["title"] += f" [{title_text(translated, 'en')}]"
        else:
            fields["titleaddon"] = f"[{field_text(translated)}]"
    return fields


def _place(article: Article, kind: str, profile: Profile) -> dict[str, str]:
    """Where it appeared: container, volume, number, pages, publisher, and what kind of thing it is."""
    publisher = article.publisher if kind in _WITH_PUBLISHER else ""
    container = article.outlet if article.outlet.strip() or publisher else article.publisher
    fields = {_CONTAINERS.get(kind, "organization"): field_text(container), "publisher": field_text(publisher)}
    if kind == "article":
        fields["volume"] = article.volume if is_whole_number(article.volume) else ""
        fields["number"] = field_text(article.issue)
        fields["entrysubtype"] = profile.subtypes.get(article.type, "") if profile.numbered or not article.issue else ""
    if kind in _WITH_PAGES:
        fields["pages"] = page_range(article.pages)
    if kind in ("report", "thesis") or article.type in STATED:
        fields["type"] = NOUNS[article.type]
    return fields


def _time(article: Article) -> dict[str, str]:
    return {"date": _date(article.date)} if article.date else {"pubstate": "n.d."}


def _date(date: PartialDate) -> str:
    """The EDTF text without unspecified months and days, which styles print as ranges.

    A per cent sign (approximate and uncertain) would start a comment, so the doubt alone is kept.
    """
    return date.text.replace("-XX", "").replace("%", "?")


def _remarks(article: Article, kind: str, profile: Profile) -> dict[str, str]:
    """Notes, keywords, old keys; and in fields that the profile's styles pass over, the original script."""
    in_article, paged = kind == "article", kind in _WITH_PAGES
    notes = [
        field_text(article.section),
        *unplaced_numbers(
            article, volume=not (in_article and is_whole_number(article.volume)), issue=not in_article, pages=not paged
        ),
    ]
    if article.translator and kind not in _WITH_TRANSLATOR:
        notes.insert(0, translated_by(article))
    fields = {
        "note": sentences(notes),
        "keywords": keyword_list(article.tags) if article.tags else "",
        "ids": ",".join([key for key in article.ids if valid_key(key)]) if article.ids else "",
    }
    if profile.scripts:
        originals = [field_text(name.original) for name in article.authors if name.original.strip()]
        fields["nameaddon"] = "; ".join(originals)
        fields["usera"] = field_text(article.original.title) if article.title.strip() else ""
        fields["userb"] = field_text(article.original.outlet)
    return fields


def _relations(article: Article, context: Context, profile: Profile) -> dict[str, str]:
    """Where it was read, an archived copy, and the writer's notes if asked for."""
    related, quoted = quoted_in(article, context, profile.tail)
    fields = {"addendum": sentences([archive_sentence(article), quoted]), "annotation": annotation(article, context)}
    if related:
        # The addendum already says it, in every style; printed from the relation too it would stand there twice.
        fields |= {"related": ",".join(related), "relatedtype": "quotedin", "options": "related=false"}
    return fields


def read(data: bytes) -> "Parsed":
    """The records of a .bib file of either dialect, and every problem with the rest."""
    from quotebank.formats.bib_reading import read as read_bib

    return read_bib(data)
