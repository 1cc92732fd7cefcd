"""Citation keys: short names for articles that LaTeX, biblatex and pandoc all take.

A key is made once, when an article is added, from who, when and what: ``zuenko2021novaya``. It never
changes by itself afterwards.
"""

from collections.abc import Callable, Iterator

from quotebank.errors import BadInput
from quotebank.model.articles import Article
from quotebank.model.names import Name
from quotebank.model.title_words import stop_words
from quotebank.text.folding import base, tokens

LONGEST = 100
"""The longest key a writer may choose, in characters."""

LONGEST_MADE = 40
"""The longest key made here, suffix included."""

_LONGEST_WHO = 20
_LONGEST_WORD = 16
_UNMARKED = str.maketrans("", "", "_.:+-")
_LETTERS = 26


def citation_key(article: Article, taken: Callable[[str], bool]) -> str:
    """A new key for `article`: family or institution or outlet, year or ``nd``, first telling word of the title.

    Lower-case ASCII letters and digits. `taken` says whether a (lower-case) key is in use, whatever its case
    there; the first article keeps the bare key, later ones get a, b, ..., z, aa, ....
    """
    who = next((name for name in _who(article) if name), "anon")
    stem = f"{who[:_LONGEST_WHO]}{_year(article)}{_title_word(article)[:_LONGEST_WORD]}"[:LONGEST_MADE]
    return new_key(stem, taken)


def valid_key(text: str) -> bool:
    """Whether `text` can be a citation key in every format.

    At most `LONGEST` ASCII characters: a letter or digit, then letters, digits and ``_ . : + -``, no such mark at the
    end and no two dots together, which would make a path.
    """
    if not (0 < len(text) <= LONGEST and text.isascii() and text[0].isalnum() and text[-1].isalnum()):
        return False
    return ".." not in text and text.translate(_UNMARKED).isalnum()


def check_key(text: str) -> str:
    """`text` if it is a `valid_key`, else `BadInput` that proposes one."""
    if valid_key(text):
        return text
    near = base(text)[:LONGEST_MADE]
    proposal = f", for example {near}" if near else ", for example zuenko2021novaya"
    shown = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    raise BadInput(
        f"citation key {shown!r}: not a key that every format takes",
        f"use at most {LONGEST} ASCII letters, digits and inner _ . : + -{proposal}",
    )


def key_names(article: Article) -> list[str]:
    """The folded family or institutional names of the authors, in their order; empty ones left out."""
    return [name for author in article.authors if (name := _family(author))]


def outlet_name(article: Article) -> str:
    """What an unsigned article goes by: its outlet or publisher, folded; ``anon`` when there is none."""
    found = (_institution(text) for text in (article.outlet, article.original.outlet, article.publisher))
    return next((name for name in found if name), "anon")


def title_words(article: Article, *, telling: bool) -> list[str]:
    """The folded words of the title (or the translated, or the original one), all of them or only the `telling`."""
    own = article.language
    for title, language in ((article.title, own), (article.title_translated, "en"), (article.original.title, own)):
        if words := _words(title[: 10 * LONGEST]):
            stops = stop_words(language) if telling else frozenset()
            return [word for word in words if word not in stops and not (telling and word.isdigit())] or words
    return []


def new_key(stem: str, taken: Callable[[str], bool]) -> str:
    """`stem`, or the first free of it with a, b, ..., z, aa, ... behind; `taken` is asked in lower case."""
    if not taken(stem.lower()):
        return stem

    def numbered(number: int) -> str:
        suffix = _suffix(number)
        return stem[: LONGEST_MADE - len(suffix)] + suffix

    def is_taken(number: int) -> bool:
        return taken(numbered(number).lower())

    for number in range(1, _LETTERS + 1):
        if not is_taken(number):
            return numbered(number)
    return numbered(_free_number(_LETTERS, is_taken))


def _who(article: Article) -> Iterator[str]:
    """Folded names to call the article by, the best first, empty ones among them."""
    for author in article.authors[:1]:
        yield _family(author)
    for institution in (article.outlet, article.original.outlet, article.publisher):
        yield _institution(institution)


def _family(author: Name) -> str:
    if author.literal:
        return _institution(author.literal)
    return base(author.family) or base(author.given) or base(author.particle)


def _institution(text: str) -> str:
    """As many telling words as fit, in order; the first of all when none tells."""
    words = [token.text for token in tokens(text[: 10 * LONGEST])]
    articles = stop_words("")
    telling = [word for word in words if word not in articles] or words
    who = "".join(telling[:1])
    for word in telling[1:]:
        if len(who) + len(word) > _LONGEST_WHO:
            break
        who += word
    return who


def _year(article: Article) -> str:
    if article.date is None:
        return "nd"
    year = article.date.year
    if year is None:
        return base(article.date.text.strip("./")[:4])
    return str(year) if year > 0 else f"{1 - year}bc"


def _title_word(article: Article) -> str:
    return next(iter(title_words(article, telling=True)), "")


def _words(title: str) -> list[str]:
    """Folded words; Chinese characters that stand together make one of three at most."""
    words: list[str] = []
    end = glued = -1
    for token in tokens(title):
        glued = glued + 1 if token.start == end else 0
        if glued in (1, 2):
            words[-1] += token.text
        else:
            words.append(token.text)
        end = token.end
    return words


def _suffix(number: int) -> str:
    """1 is a, 26 is z, 27 is aa."""
    letters = ""
    while number:
        number, letter = divmod(number - 1, _LETTERS)
        letters = chr(ord("a") + letter) + letters
    return letters


def _free_number(last_taken: int, is_taken: Callable[[int], bool]) -> int:
    """A number after `last_taken` that is free, found in a logarithm of its size: thousands may share a stem."""
    low, high = last_taken, 2 * last_taken
    while is_taken(high):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if is_taken(middle) else (low, middle)
    return high
