"""Parts of an entry that BibTeX and BibLaTeX share: its text, titles of the untitled, "quoted in", keywords."""

from collections.abc import Iterable, Mapping

from quotebank.errors import BadInput
from quotebank.formats import Context
from quotebank.formats.bib_reading_fields import (
    FURTHER,
    NOUNS,
    OWN_MARK,
    VERBATIM,
    read_language,
    read_type,
)
from quotebank.formats.bib_text import field_text, field_url, name_list, printed_url
from quotebank.formats.kept import difference, packed
from quotebank.formats.ordinary import are_plain_tags, is_line, unseen
from quotebank.formats.quoted import read_in
from quotebank.model.articles import Article
from quotebank.model.keys import valid_key
from quotebank.model.names import Name

UNSPECIFIED = "Document"

STATED = frozenset(
    {"broadcast", "interview", "speech", "motion_picture", "personal_communication", "pamphlet", "legislation"}
)
"""Types that a citation names, for their outlet does not tell them from an article."""

BARE = frozenset({"month"})
"""Fields whose value is written without braces around it: a macro."""


def entry(kind: str, key: str, fields: Mapping[str, str], *, ascii_only: bool = False) -> str:
    """One entry, a field a line in the order given, empty ones left out; raises `BadInput` for a key no tool takes.

    `ascii_only` writes letters outside ASCII as LaTeX commands, as far as LaTeX has them.
    """
    if ascii_only:
        fields = _in_ascii(fields)
    if not valid_key(key):
        raise BadInput(f"article {key!r}: its key cannot stand in a bibliography", "give it another with edit")
    lines = [f"@{kind}{{{key},"]
    for name, value in fields.items():
        if value and not value.isspace():
            lines.append(f"  {name} = {value}," if name in BARE else f"  {name} = {{{value}}},")
    lines.append("}\n\n")
    return "\n".join(lines)


def _in_ascii(fields: Mapping[str, str]) -> dict[str, str]:
    from quotebank.formats.bib_ascii import ascii_field

    return {name: ascii_field(name, value) for name, value in fields.items()}


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
    """Where an archived copy is and when it was made, or ``""``."""
    if not article.archive_url.strip():
        return ""
    made = f" {field_text(article.archive_date.display())}" if article.archive_date else ""
    return f"Archived{made} at {printed_url(article.archive_url)}"


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


def quoted_in(article: Article, context: Context, tail: str = "Quoted in") -> tuple[list[str], str]:
    """The sources in which the article was read: keys of those this export holds, and a sentence that names them."""
    sources = read_in(article, context)
    named = [_typeset(context.note(source, locators)) for source, locators in sources]
    keys = [source.key for source, _ in sources if source.key in context.selected]
    return keys, f"{tail} {'; and in '.join(named)}" if named else ""


def further_fields(article: Article, taken: Mapping[str, str]) -> dict[str, str]:
    """Fields that came in with the article and quotebank has none for, but for those that are `taken`."""
    if not article.extra:
        return {}
    found: dict[str, str] = {}
    variables = article.extra.get("csl")
    if isinstance(variables, Mapping):
        for name, variable in FURTHER.items():
            value = variables.get(variable)
            if isinstance(value, str) and FURTHER.get(name) not in [FURTHER[other] for other in found]:
                found[name] = field_url(value) if name in VERBATIM else field_text(value)
        if editors := read_editors(variables.get("editor")):
            found["editor"] = name_list(editors)
    others = _mapping(_mapping(article.extra.get("biblatex")).get("fields"))
    for name, value in others.items():
        if isinstance(value, str) and name.isascii() and name.isalpha() and name.islower():
            found[name] = field_url(value) if name in VERBATIM else field_text(value)
    return {name: value for name, value in found.items() if not taken.get(name)}


def entry_kind(article: Article) -> str:
    """The entry type an article came in with, where it is none of a record's; ``""`` for the rest."""
    kind = _mapping(article.extra.get("biblatex")).get("type") if article.extra else None
    return kind if isinstance(kind, str) and kind.isascii() and kind.isalpha() and kind.islower() else ""


def own_field(article: Article, kind: str, fields: Mapping[str, str], context: Context) -> str:
    """The value of the field in which is kept what reading the others would not give back."""
    if context.bare:
        return ""
    from quotebank.formats.bib_reading import shape_of

    if context.ascii:
        fields = _in_ascii(fields)
    kept = None if context.ascii or context.annotate else quickly_kept(article, kind, fields)
    if kept is None:
        kept = difference(article.to_json(), shape_of(kind, article.key, fields)[0])
    return OWN_MARK + packed(kept, ascii_only=context.ascii) if kept else ""


_PAGED = frozenset(("article", "inbook", "inproceedings"))


def quickly_kept(article: Article, kind: str, fields: Mapping[str, str]) -> dict[str, object] | None:
    """What is kept of an ordinary article beside these fields of an entry; None when it has to be read back."""
    kept = unseen(article)
    if kept is None or _is_odd(article, kind, fields):
        return None
    if read_type(kind, fields.get("entrysubtype", ""), fields.get("type", ""))[0] != article.type:
        kept["type"] = article.type
    if kind == "misc" and not fields.get("organization"):
        # Classic BibTeX says more there than the outlet.
        kept["outlet"] = article.outlet
    _keep_hidden(article, fields, kept)
    if gone := _not_the_articles(article, fields):
        kept[""] = gone
    return kept


def _keep_hidden(article: Article, fields: Mapping[str, str], kept: dict[str, object]) -> None:
    """Keep what the entry shows nowhere."""
    if article.issue and fields.get("number") != article.issue:
        kept["issue"] = article.issue
    if article.accessed and not fields.get("urldate"):
        kept["accessed"] = article.accessed.text
    if article.language and read_language(fields.get("langid") or fields.get("language", "")) != article.language:
        kept["language"] = article.language
    for number, author in enumerate(article.authors):
        if author.family_first:
            kept[f"authors/{number}/family_first"] = True


def _is_odd(article: Article, kind: str, fields: Mapping[str, str]) -> bool:
    """Whether an entry says something of the article in its own way."""
    if not (is_line(article.title) and is_line(article.outlet) and are_plain_tags(article.tags)):
        return True
    if article.ids or article.volume or not article.outlet:
        return True
    if article.pages and not (article.pages.isdigit() and kind in _PAGED):
        return True
    return bool(article.url and fields.get("url") != article.url) or bool(fields.get("year") and not article.date)


def _not_the_articles(article: Article, fields: Mapping[str, str]) -> list[str]:
    """What a reader finds in the entry that is no part of the article."""
    gone = ["note"] if fields.get("note") and not article.note else []
    if any(fields.get(name) for name in ("nameaddon", "usera", "userb")):
        gone.append("biblatex")
    return gone


def read_editors(value: object) -> list[Name]:
    """The names of a CSL variable."""
    found = []
    for item in value if isinstance(value, list | tuple) else ():
        shape = {("particle" if "particle" in part else part): text for part, text in _mapping(item).items()}
        try:
            found.append(Name.from_json(shape))
        except BadInput:
            continue
    return found


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _typeset(pieces: Iterable[tuple[str, str]]) -> str:
    shown = []
    for kind, text in pieces:
        if kind == "link":
            shown.append(printed_url(text))
        else:
            shown.append(f"\\emph{{{field_text(text)}}}" if kind == "italic" else field_text(text))
    return "".join(shown)
