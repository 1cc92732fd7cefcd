r"""Drafts in LaTeX: citations of LaTeX, natbib, biblatex, csquotes, jurabib and apacite, includes, and the prose.

The rules are those of the packages' manuals; what a run of LaTeX writes into its ``.aux`` and ``.bcf`` is the judge.
A command that the writer defined in another file is known only when that file's `definitions` are handed on.
"""

import re
from collections.abc import Mapping
from functools import cache

from quotebank.draft.latex_citations import find_citations
from quotebank.draft.latex_hidden import hide
from quotebank.draft.latex_macros import Macro, find_definitions
from quotebank.draft.latex_places import MOST_TROUBLES, Places, binary_troubles, blanked, ignored_rules
from quotebank.draft.latex_prose import prose_of
from quotebank.draft.records import Part, Trouble

_SUFFIXES = (".tex", ".ltx", ".tikz", ".pgf", ".txt", ".inc", ".sty", ".cls", ".def", ".clo", ".cfg", ".rnw")


def read_latex(name: str, text: str, macros: Mapping[str, Macro] | None = None) -> Part:
    r"""What a LaTeX file cites, includes and says; never raises.

    `macros` are the citing commands defined in files that are read before this one (see `definitions`). Arguments
    that do not end, keys made by macros and NUL characters are troubles. Included files carry ``.tex`` where they are
    named without a suffix.
    """
    places = Places(name, text)
    hidden = hide(text, places)
    defined = find_definitions(hidden.text, macros or {})
    body = blanked(hidden.text, defined.spans) if defined.spans else hidden.text
    found = find_citations(body, places, defined.macros)
    spans = dict(found.spans)
    includes, unread = _includes(body, places, spans)
    return Part(
        name=name,
        format="latex",
        text=text,
        prose=prose_of(body, spans),
        citations=tuple(found.citations),
        troubles=(*binary_troubles(text, places), *hidden.troubles, *unread, *found.troubles),
        includes=includes,
        all_entries=found.all_entries,
        ignored=ignored_rules(text, hidden.comments, places),
    )


def definitions(text: str, macros: Mapping[str, Macro] | None = None) -> Mapping[str, Macro]:
    """The citing commands that a file defines, and those of `macros`; for the files that come after it."""
    return find_definitions(hide(text, Places("", text)).text, macros or {}).macros


def _includes(text: str, places: Places, spans: dict[int, int]) -> tuple[tuple[str, ...], list[Trouble]]:
    r"""The files that a text includes, each once, and the names that cannot be known; ``\includeonly`` chooses.

    Adds to `spans` where these commands stand.
    """
    only = _only().search(text) if "\\includeonly" in text else None
    chosen = {_named(each) for each in only[1].split(",")} if only else None
    found: list[str] = []
    troubles: list[Trouble] = []
    for each in _including().finditer(text):
        command = each["importing"] or each["command"]
        if command is None:
            continue
        spans[each.start()] = each.end()
        folder, name = each["folder"] or "", each["file"] or each["name"] or each["bare"] or ""
        path = _named(f"{folder.strip().rstrip('/')}/{name.strip()}" if folder.strip() else name)
        if "\\" in path or "#" in path:
            hint = "write the name of the file itself, or name the file on the command line"
            troubles.append(Trouble(places.spot(each.start()), f"\\{command}: its file is named by a macro", hint))
        elif path and not (command == "include" and chosen is not None and path not in chosen):
            found.append(path)
    return tuple(dict.fromkeys(found)), troubles[:MOST_TROUBLES]


def _named(name: str) -> str:
    name = name.replace("\0", "").strip().strip('"')
    return name if not name or name.lower().endswith(_SUFFIXES) else f"{name}.tex"


@cache
def _including() -> re.Pattern[str]:
    return re.compile(
        r"""\\(?:\\
          | (?P<importing>(?:sub)?(?:import|includefrom|inputfrom))\*?[ \t]*+\{(?P<folder>[^{}\r\n]*+)\}
                [ \t]*+\{(?P<file>[^{}\r\n]*+)\}
          | (?P<command>input|include|subfile|subfileinclude|InputIfFileExists)(?![A-Za-z@])
                (?:[ \t]*+\{(?P<name>[^{}\r\n]*+)\}|(?<=input)[ \t]++(?P<bare>[^\s{}\\%]++))
        )""",
        re.VERBOSE,
    )


@cache
def _only() -> re.Pattern[str]:
    return re.compile(r"\\includeonly[ \t]*+\{([^{}]*+)\}")
