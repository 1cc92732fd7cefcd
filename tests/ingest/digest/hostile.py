"""Texts that are no digests: as many characters as asked for of one thing that could upset a reader of text.

Each maker takes a length in characters and gives a text of about that length, the same one each time.
"""

import random
import string
from collections.abc import Callable, Iterator

Maker = Callable[[int], str]

_WORDS = (
    "the old bridge In Kestrel Tribune on October 3 Anna Pellworth wrote that (Le Cadran, 5 nov.) laut Rheinbote vom "
    "3. Mai «Затон» пишет No. 10 said Friday, and he [Pell, Copperwick] : ; — “ ” ( ) according to in yesterday"
)


def _words(length: int) -> Iterator[str]:
    chosen, words = random.Random(1), _WORDS.split()
    while length > 0:
        word = chosen.choice(words)
        yield word
        length -= len(word) + 1


def paragraph(length: int) -> str:
    """The words of digests in any order, in one endless paragraph."""
    return " ".join(_words(length)) + " and so on."


def prose(length: int) -> str:
    """The same in paragraphs of some fifty words."""
    return "".join(word + (" " if at % 50 else "\n\n") for at, word in enumerate(_words(length), start=1))


def noise(length: int) -> str:
    """Letters, digits and marks in any order."""
    marks = string.ascii_letters + string.digits + string.punctuation + "     \n"
    return "".join(random.Random(1).choices(marks, k=length))


def items(length: int) -> str:
    """Items, each of another outlet and another author."""
    letters = string.ascii_lowercase
    return "".join(
        f"In K{letters[at % 26]}{letters[at // 26 % 26]}strel Tribune on October 3 Anna P{letters[at // 7 % 26]}"
        f"{letters[at % 26]}llworth wrote that the bridge is old.\n\n"
        for at in range(length // 90)
    )


def repeated(piece: str) -> Maker:
    """One piece over and over."""

    def make(length: int) -> str:
        return piece * (length // len(piece))

    return make


def nested_brackets(length: int) -> str:
    """As many brackets opened as closed, all within each other."""
    return "[" * (length // 2) + "]" * (length // 2)


def nested_list(length: int) -> str:
    """A Markdown list that goes sixty levels in and begins again."""
    return "".join("  " * (at % 60) + "- x\n" for at in range(length // 64))


PIECES = {
    "headings": "# A heading\n\n",
    "headings in capitals": "KESTREL TRIBUNE\n\n",
    "one-word lines": "word\n",
    "names of outlets as lines": "Kestrel\n",
    "digits": "7",
    "numbers": "12 ",
    "letters": "a",
    "capitals": "ABCDEFGHIJ",
    "words in capitals": "KESTREL TRIBUNE ",
    "dates": "October 3, ",
    "dates as lines": "3. Oktober\n\n",
    "names": "Anna Pellworth, ",
    "names without commas": "Anna Pellworth ",
    "names as lines": "Anna Pellworth\n\n",
    "authors joined": "Anna Pell and ",
    "initials": "A. B. ",
    "known outlets": "Le Monde, ",
    "bullets": "• The bridge is old. (Anna Pellworth, Kestrel Tribune, October 3)\n",
    "short sentences": "He said so. ",
    "quotes never closed": "“In Le Monde he ",
    "guillemets never closed": "« Le Monde ",
    "brackets never closed": "[Anna Pell, Le Monde ",
    "parentheses never closed": "(Le Monde, 5 nov. ",
    "links": "[Le Monde](https://a.example) ",
    "addresses": "https://a.example/b ",
    "hyphens": "a-",
    "apostrophes": "l'a'",
    "prepositions": "in In ",
    "quotations of quotations": "> ",
    "spaces": " ",
    "empty lines": "\n",
    "non-breaking spaces": "\u00a0",
    "right-to-left text": "\u202eשלום عالم ",
    "combining marks": "e\u0301\u0323",
    "NUL and lone surrogates": "In\x00 \ud800Le Monde ",
}

RUNS = "(,\"[*|_`<>#&“«-.:')]"

MAKERS: dict[str, Maker] = {
    "prose": prose,
    "one endless paragraph": paragraph,
    "noise": noise,
    "items": items,
    "nested brackets": nested_brackets,
    "nested list": nested_list,
    **{name: repeated(piece) for name, piece in PIECES.items()},
    **{f"a run of {mark}": repeated(mark) for mark in RUNS},
    **{f"{mark} and spaces": repeated(f"{mark} ") for mark in "([“«*"},
}

PAGES: dict[str, Maker] = {
    "tags": repeated("<p>"),
    "tags never closed": repeated('<a href="x" '),
    "tags within each other": lambda length: "<div>" * (length // 11) + "</div>" * (length // 11),
    "less-than signs": repeated("<"),
    "entities": repeated("&amp;"),
    "comments never closed": repeated("<!-- "),
    "paragraphs": repeated("<p>In <em>Le Monde</em> on May 3 he wrote.</p>\n"),
}
"""The same as HTML."""
