"""What has to be kept of ordinary records, without reading back what was written: most records are ordinary.

`kept.difference` is right for every record and takes longer than writing it. For a record of which every text is one
printable line, every name two plain words and the date a plain one, what a reader will find is known beforehand.
Each function here gives what `difference` would, as good, or None when it is not sure; property tests hold them to it.
"""

from functools import lru_cache

from quotebank.model.articles import Article
from quotebank.model.edtf import is_plain
from quotebank.model.names import Name

Kept = dict[str, object]

_ORIGINAL = ("title", "outlet", "script")
_IN_NAMES = str.maketrans("", "", " -’.")


def unseen(article: Article) -> Kept | None:
    """What no format shows of an article; None for one with anything out of the ordinary in any format."""
    if _is_odd(article):
        return None
    kept: Kept = {}
    if article.date and article.date.inferred:
        kept["date_inferred"] = True
        kept["date_inferred_parts"] = list(article.date.inferred)
    texts = (("archive_url", article.archive_url), ("note", article.note), ("added", article.added))
    kept |= {name: text for name, text in (*texts, ("modified", article.modified)) if text}
    if article.archive_date:
        kept["archive_date"] = article.archive_date.edtf()
    if article.provenance:
        kept["provenance"] = dict(article.provenance)
    if article.snapshot:
        kept["snapshot"] = dict(article.snapshot)
    original = article.original
    if original.title or original.outlet or original.script:
        kept |= {f"original/{name}": text for name in _ORIGINAL if (text := getattr(original, name))}
    for number, author in enumerate(article.authors):
        if author.original:
            kept[f"authors/{number}/original"] = author.original
    return kept


def _is_odd(article: Article) -> bool:
    """Whether an article has parts that formats say each in its way, or names or dates that are none of the plain."""
    if article.extra or article.translator or article.section or article.title_translated or article.publisher:
        return True
    if not article.title or article.original.extra:
        return True
    date, accessed = article.date, article.accessed
    if (date is not None and not is_plain(date.text)) or (accessed is not None and not is_plain(accessed.text)):
        return True
    return not all(map(_is_plain_name, article.authors))


def is_line(text: str) -> bool:
    """Whether every reader finds a text as it was: one printable line without spaces at its ends."""
    return text.isprintable() and text.strip() == text


@lru_cache(maxsize=4096)
def are_plain_tags(tags: tuple[str, ...]) -> bool:
    """Whether an article's tags can be joined by commas and parted again; articles share their tags."""
    joined = "".join(tags)
    return (
        "," not in joined
        and ";" not in joined
        and "<" not in joined
        and all(tag and is_line(tag) for tag in tags)
        and len(set(tags)) == len(tags)
    )


@lru_cache(maxsize=16384)
def _is_plain_name(name: Name) -> bool:
    """Whether every format gives a name back: an institution of letters, or a person of two such parts."""
    if name.particle or name.suffix or name.extra:
        return False
    if name.literal:
        return (
            not (name.family or name.given or name.family_first)
            and _are_letters(name.literal)
            and name.literal != "others"
        )
    if not (_are_letters(name.family) and _are_letters(name.given)):
        return False
    # BibTeX takes a word in small letters before others for a particle.
    return " " not in name.family or not any(word[0].islower() for word in name.family.split())


def _are_letters(text: str) -> bool:
    """Whether a text is words of letters, none of them BibTeX's ``and``; Latin letters with their marks are."""
    return (
        text.translate(_IN_NAMES).isalpha()
        and is_line(text)
        and "--" not in text
        and "  " not in text
        and (" " not in text or " and " not in f" {text.lower()} ")
        and " others " not in f" {text.lower()} "
    )
