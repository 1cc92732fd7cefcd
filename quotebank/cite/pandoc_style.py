"""A CSL style made ready for pandoc: the words for locators added, a slow rule left out where it changes nothing."""

import re
from collections.abc import Iterable, Mapping, Sequence

from quotebank.cite.pandoc_ast import LOCATOR_TERMS, SILENT_TERM
from quotebank.errors import BadInput

MANY_ITEMS = 150
"""From here on the rule of names is looked at: pandoc takes 0.3 s for as many items, 2.4 s for 400, 58 s for 1,000."""

_NAMES = (
    "author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator",
    "director", "editor", "editorial-director", "executive-producer", "guest", "host", "illustrator", "interviewer",
    "narrator", "organizer", "original-author", "performer", "producer", "recipient", "reviewed-author",
    "script-writer", "series-creator", "translator",
)  # fmt: skip
"""The name variables of CSL 1.0.2, appendix IV."""

_DEPENDENT = r"independent-parent|\brel\s*=\s*[\"'][^\"']*&|<!(?:DOCTYPE|ENTITY)"
"""A link to a parent, or what could hide one: a character written as a reference, an entity."""


def prepared(style: str, items: Sequence[Mapping[str, object]]) -> str:
    """The style with `LOCATOR_TERMS`, in a form no style prints, and without the rule of names where it is idle.

    Raises `BadInput` for a text that has no end tag of a style, and for a dependent style: pandoc would look for its
    parent on this machine and then on the network, the sandbox notwithstanding (measured with 3.9).
    """
    if re.search(_DEPENDENT, style, re.IGNORECASE):
        raise BadInput("style: it depends on another one", "give the style it depends on")
    if len(items) >= MANY_ITEMS and not _share_a_family_name(items, first_only="all-names" not in style):
        style = _without_rule_of_names(style)
    return _with_terms(style)


def _with_terms(style: str) -> str:
    """A locale without a language stands behind those of the style and before those of pandoc (CSL 1.0.2, "Locale")."""
    ends = list(re.finditer(r"</((?:[\w.-]+:)?)style\s*>", style))
    if not ends:
        raise BadInput("style: it has no </style>", "name a CSL file or one of the styles quotebank lists")
    prefix, place = ends[-1][1], ends[-1].start()
    terms = [_term(prefix, label, "verb", word) for label, word in LOCATOR_TERMS.items()]
    terms += [_term(prefix, SILENT_TERM, form, "") for form in ("long", "short", "symbol")]
    added = f"<{prefix}locale><{prefix}terms>{''.join(terms)}</{prefix}terms></{prefix}locale>"
    return f"{style[:place]}{added}{style[place:]}"


def _term(prefix: str, name: str, form: str, word: str) -> str:
    both = "".join(f"<{prefix}{number}>{word}</{prefix}{number}>" for number in ("single", "multiple"))
    return f'<{prefix}term name="{name}" form="{form}">{both}</{prefix}term>'


def _without_rule_of_names(style: str) -> str:
    """By its rule of names a style tells people of one family name apart in every citation, ambiguous or not.

    It takes pandoc time by the third power of the number of people (measured with 3.6 and 3.9), and has nothing to
    do where no two of them share a family name ("Name Disambiguation" in the CSL 1.0.2 specification).
    """
    return re.sub(r"""\sgivenname-disambiguation-rule\s*=\s*("[^"]*"|'[^']*')""", "", style)


def _share_a_family_name(items: Iterable[Mapping[str, object]], *, first_only: bool) -> bool:
    """Whether two people who are not written alike do, of all or of those who stand first in a list of names."""
    people: dict[str, tuple[str, ...]] = {}
    for names in _lists_of_names(items):
        for name in names[:1] if first_only else names:
            family = str(name.get("family", "")).casefold()
            whole = tuple(f"{part}={name[part]}" for part in sorted(name))
            if family and people.setdefault(family, whole) != whole:
                return True
    return False


def _lists_of_names(items: Iterable[Mapping[str, object]]) -> Iterable[list[Mapping[str, object]]]:
    for item in items:
        for variable in _NAMES:
            names = item.get(variable)
            if isinstance(names, list | tuple):
                yield [name for name in names if isinstance(name, Mapping)]
