"""What the readers of other libraries' exports share: names in parts, dates, identifiers, CSL's variables.

Results are JSON shapes of articles and their parts, as `Article.from_json` takes them.
"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from quotebank.errors import BadInput
from quotebank.formats.bib_reading_fields import read_language
from quotebank.formats.loose_dates import in_words
from quotebank.formats.text_source import addressed
from quotebank.model.articles import TYPES, Article
from quotebank.model.names import Name

Shape = dict[str, object]

VARIABLES = frozenset((
    "DOI", "ISBN", "ISSN", "PMCID", "PMID", "abstract", "annote", "archive", "archive_collection", "archive_location",
    "archive-place", "authority", "call-number", "chapter-number", "citation-number", "collection-number",
    "collection-title", "container-title-short", "dimensions", "division", "edition", "event-place", "event-title",
    "genre", "jurisdiction", "keyword", "license", "medium", "number", "number-of-pages", "number-of-volumes",
    "original-publisher", "original-publisher-place", "original-title", "part-number", "part-title", "printing-number",
    "publisher-place", "references", "reviewed-genre", "reviewed-title", "scale", "source", "status",
    "supplement-number", "title-short", "version", "volume-title",
))  # fmt: skip
"""Variables of CSL 1.0.2 that are text and that quotebank has no field for (specification, appendix IV)."""

DATE_VARIABLES = frozenset(("available-date", "event-date", "original-date", "submitted"))
"""Its dates that quotebank has no field for."""

NAME_VARIABLES = frozenset((
    "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator", "director",
    "editor", "editorial-director", "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator",
    "organizer", "original-author", "performer", "producer", "recipient", "reviewed-author", "script-writer",
    "series-creator",
))  # fmt: skip
"""Its names that quotebank has no field for."""


def person(family: str, given: str, suffix: str = "") -> Shape:
    """A person whose name comes in parts: particles are told from the family name, nothing of it is lost or changed."""
    family, given, suffix = (" ".join(part.split()) for part in (family, given, suffix))
    if not (family and given):
        return name_in_words(family or given) if family or given else {}
    parts = [part for part in (family, given, suffix) if part]
    plain = Name(family=family, given=given, suffix=suffix)
    return _known(", ".join(parts), parts, plain).to_json()


def name_in_words(text: str) -> Shape:
    """A name in one piece: by its comma a person, without one a person or an institution by the words in it.

    A comma at its end keeps it whole, as EndNote and Reference Manager have it for institutions.
    """
    text = " ".join(text.split())
    if text.endswith(",") or text.count(",") > 2:  # noqa: PLR2004
        text = text.rstrip(" ,")
        return {"literal": text} if text else {}
    family, comma, given = text.partition(",")
    plain = Name(family=family.strip(), given=given.strip()) if comma and family.strip() else Name(literal=text)
    return _known(text, [text], plain).to_json() if text.strip(" ,") else {}


def _known(text: str, parts: list[str], plain: Name) -> Name:
    """The name by quotebank's rules where they keep every word of it, else as it came."""
    from quotebank.model.name_reading import read_name

    try:
        name = read_name(text)
    except BadInput:
        return plain
    if name.literal:
        return plain if "," in text else name
    words = f"{name.particle} {name.family} {name.given} {name.suffix}".split()
    return name if sorted(words) == sorted(" ".join(parts).replace(",", " ").split()) else plain


def csl_names(names: Iterable[Shape]) -> list[Shape]:
    """Names as CSL-JSON has them, for variables that are kept."""
    from quotebank.formats.csl_items import csl_name

    return [csl_name(Name.from_json(name)) for name in names]


def add_date(shape: Shape, further: Shape, field: str, text: str) -> None:
    """Put a date in words into `field`; what cannot be read goes as it is into CSL's variable of that date."""
    text = " ".join(text.split())
    if not text:
        return
    if date := date_of(text):
        shape[field] = date
    else:
        further["issued" if field == "date" else field] = {"literal": text}


@lru_cache(maxsize=4096)
def date_of(text: str) -> str:
    """The EDTF text of a date as libraries write it (``2021-09-00``, ``10/2021``); ``""`` when it is none."""
    text = text.strip()
    while text.endswith("-00"):
        text = text[:-3]
    month, slash, year = text.partition("/")
    if slash and len(year) == 4 and year.isdecimal() and month.isdecimal() and len(month) < 3:  # noqa: PLR2004
        text = f"{year}-{month:0>2}"
    return in_words(text)


def csl_date_of(text: str) -> Shape:
    """A date in words as a CSL date."""
    from quotebank.formats.csl_items import csl_date
    from quotebank.model.dates import PartialDate

    date = date_of(text)
    return csl_date(PartialDate(date)) if date else {"literal": text}


def doi_of(text: str) -> str:
    """A DOI without the address of its resolver."""
    text = text.strip()
    lower = text.lower()
    for start in ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"):
        if lower.startswith(start):
            return text[len(start) :].strip()
    return text


def set_type(shape: Shape, further: Shape, kind: str) -> None:
    """Set the type; one that quotebank has not is a document, and kept for CSL."""
    if kind in TYPES:
        shape["type"] = kind
    else:
        shape["type"] = "document"
        if kind:
            further["type"] = kind


def language_of(text: str) -> str:
    """The BCP 47 tag of a language's tag, English name or ISO 639-2 code; anything else as it is."""
    text = text.strip()
    return _THREE_LETTERS.get(text.lower()) or read_language(text)


def finished(shape: Shape, further: Shape, own: Mapping[str, object], name: str) -> Article:
    """The article of a shape, with the CSL variables `further` and what only the format `name` has; raises `BadInput`.

    Its address is cleaned, and one of a web archive is told from the page's own.
    """
    if further:
        shape["csl"] = further
    if own:
        shape[name] = own
    article = Article.from_json(shape)
    return addressed(article, article.url) if article.url else article


def canonical(name: str) -> str:
    """CSL's spelling of a variable written in any case, with spaces or hyphens; ``""`` when it is none."""
    return _spellings().get(name.strip().lower().replace(" ", "-"), "")


@cache
def _spellings() -> Mapping[str, str]:
    every = (*VARIABLES, *DATE_VARIABLES, *NAME_VARIABLES)
    return {name.lower(): name for name in every} | {name.lower().replace("_", "-"): name for name in every}


_THREE_LETTERS = {
    "ara": "ar", "arm": "hy", "hye": "hy", "aze": "az", "baq": "eu", "bel": "be", "ben": "bn", "bos": "bs", "bul": "bg",
    "cat": "ca", "chi": "zh", "zho": "zh", "cze": "cs", "ces": "cs", "dan": "da", "dut": "nl", "nld": "nl", "eng": "en",
    "est": "et", "fin": "fi", "fre": "fr", "fra": "fr", "geo": "ka", "kat": "ka", "ger": "de", "deu": "de", "gre": "el",
    "ell": "el", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "ice": "is", "isl": "is", "ind": "id", "ita": "it",
    "jpn": "ja", "kaz": "kk", "kir": "ky", "kor": "ko", "lat": "la", "lav": "lv", "lit": "lt", "mac": "mk", "mkd": "mk",
    "may": "ms", "msa": "ms", "mon": "mn", "nor": "no", "per": "fa", "fas": "fa", "pol": "pl", "por": "pt", "rum": "ro",
    "ron": "ro", "rus": "ru", "scc": "sr", "slo": "sk", "slk": "sk", "slv": "sl", "spa": "es", "srp": "sr", "swe": "sv",
    "tgk": "tg", "tha": "th", "tuk": "tk", "tur": "tr", "ukr": "uk", "urd": "ur", "uzb": "uz", "vie": "vi",
}  # fmt: skip
"""Two-letter codes of ISO 639-2's codes of the languages of the press, bibliographic and terminological."""
