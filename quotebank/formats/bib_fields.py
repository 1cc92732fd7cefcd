"""Parts of an entry that BibTeX and BibLaTeX share: its text, titles of the untitled, "quoted in", keywords."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from quotebank.errors import BadInput
from quotebank.formats import Context
from quotebank.formats.bib_text import field_text, printed_url
from quotebank.model.articles import Article
from quotebank.model.keys import valid_key

if TYPE_CHECKING:
    from quotebank.model.quotes import Locator

UNSPECIFIED = "Document"

NOUNS = {
    "article-newspaper": "Newspaper article", "article-magazine": "Magazine article",
    "article-journal": "Journal article", "webpage": "Web page", "post-weblog": "Blog post", "post": "Post",
    "report": "Report", "broadcast": "Broadcast", "interview": "Interview", "speech": "Speech", "book": "Book",
    "chapter": "Chapter", "paper-conference": "Paper", "thesis": "Thesis", "motion_picture": "Film",
    "personal_communication": "Personal communication", "legislation": "Law", "manuscript": "Manuscript",
    "pamphlet": "Pamphlet", "review": "Review", "periodical": "Periodical", "article": "Article",
}  # fmt: skip
"""What a type is called; in brackets it stands for a missing title (APA manual, 7th ed., 9.22)."""

STATED = frozenset(
    {"broadcast", "interview", "speech", "motion_picture", "personal_communication", "pamphlet", "legislation"}
)
"""Types that a citation names, for their outlet does not tell them from an article."""

BARE = frozenset({"month"})
"""Fields whose value is written without braces around it: a macro."""


def entry(kind: str, key: str, fields: Mapping[str, str]) -> str:
    """One entry, a field a line in the order given, empty ones left out; raises `BadInput` for a key no tool takes."""
    if not valid_key(key):
        raise BadInput(f"article {key!r}: its key cannot stand in a bibliography", "give it another with edit")
    lines = [f"@{kind}{{{key},"]
    for name, value in fields.items():
        if value and not value.isspace():
            lines.append(f"  {name} = {value}," if name in BARE else f"  {name} = {{{value}}},")
    lines.append("}\n\n")
    return "\n".join(lines)


def stand_in_title(article: Article) -> str:
    """The original or translated title of an article without one, or what it is, in brackets; never empty."""
    if article.original.title.strip():
        return article.original.title
    return f"[{article.title_translated.strip() or NOUNS.get(article.type, UNSPECIFIED)}]"


def sentences(parts: Iterable[str]) -> str:
    """Finished field texts run together as sentences; styles put the last full stop."""
    filled = [part for part in parts if part and not part.isspace()]
    return ". ".join([*(part.removesuffix(".") for part in filled[:-1]), *filled[-1:]])


def keyword_list(tags: Iterable[str]) -> str:
    """Tags parted by commas; a comma within one becomes a semicolon, for no tool can quote it."""
    return ", ".join([text for tag in tags if (text := field_text(tag.replace(",", ";")).strip())])


def page_range(pages: str) -> str:
    """Pages with the long dash of a range: ``3-4`` is written ``3--4``."""
    start, dash, end = pages.replace("–", "-").partition("-")
    if dash and start.strip().isalnum() and end.strip().isalnum():
        return f"{field_text(start.strip())}--{field_text(end.strip())}"
    return field_text(pages)


def unplaced_numbers(article: Article, *, volume: bool, issue: bool, pages: bool) -> list[str]:
    """In words, the numbers that the entry has no field for: ``No. 10``, ``vol. 3``, ``pp. 3--4``."""
    found = []
    if volume and article.volume:
        found.append(f"Vol. {field_text(article.volume)}")
    if issue and article.issue:
        found.append(f"No. {field_text(article.issue)}" if article.issue[0].isdigit() else field_text(article.issue))
    if pages and article.pages:
        shown = page_range(article.pages)
        found.append(f"{'pp.' if '--' in shown else 'p.'} {shown}")
    return found


def archive_sentence(article: Article) -> str:
    """Where an archived copy is, or ``""``."""
    return f"Archived at {printed_url(article.archive_url)}" if article.archive_url.strip() else ""


def translated_by(article: Article) -> str:
    """Who translated it, in words, or ``""``."""
    names = [name for translator in article.translator if (name := field_text(translator.display).strip())]
    return f"Translated by {', '.join(names)}" if names else ""


def annotation(article: Article, context: Context) -> str:
    """The writer's own note and the texts of the article's quotes, when the writer asked for them.

    No style prints this field: a note of one's own is not part of a citation.
    """
    if not context.annotate:
        return ""
    texts = (article.note, *(quote.text for quote in context.quotes_of(article.key)))
    return sentences(field_text(text).strip() for text in texts)


def quoted_in(article: Article, context: Context) -> tuple[list[str], str]:
    """The sources in which the article was read: keys of those this export holds, and a sentence that names them.

    Sources nobody knows any more are left out of both.
    """
    quotes = context.quotes_of(article.key)
    if not quotes:
        return [], ""
    places: dict[str, list[Locator]] = {}
    for quote in quotes:
        if quote.via:
            found = places.setdefault(quote.via.article, [])
            if quote.via.locator and quote.via.locator not in found:
                found.append(quote.via.locator)
    keys, named = [], []
    for key, locators in places.items():
        source = context.find(key)
        if source is not None and key != article.key:
            named.append(_typeset(context.note(source, locators)))
            if key in context.selected:
                keys.append(key)
    return keys, f"Quoted in {'; and in '.join(named)}" if named else ""


def _typeset(pieces: Iterable[tuple[str, str]]) -> str:
    shown = []
    for kind, text in pieces:
        if kind == "link":
            shown.append(printed_url(text))
        else:
            shown.append(f"\\emph{{{field_text(text)}}}" if kind == "italic" else field_text(text))
    return "".join(shown)
