"""Plain text for CSL-JSON, whose values may hold formatting, and back."""

from quotebank.text.lines import one_line

JOINER = "\u2060"
"""A word joiner, unseen, after ``<`` where a program would take what follows for its formatting."""


def csl_text(text: str) -> str:
    """Plain text as a CSL-JSON value: one line, and nothing in it taken for markup.

    CSL-JSON values may hold a few HTML-like tags (``<i>``, ``<b>``, ``<sup>``, ``<sub>``, ``<sc>``, ``<span ...>``)
    and know no way to write one as plain text (citeproc-js documentation, "Rich text markup within fields"). Behind the
    ``<`` of such a tag stands an invisible word joiner here (U+2060), which `plain_text` takes away. Measured with
    pandoc 3.6 and 3.9: nothing else is markup (``*``, ``_``, ``$``, ``&amp;``, ``@``, a backslash); straight quotation
    marks and apostrophes become typographic ones, as CSL demands.
    """
    if "<" not in text:
        return one_line(text)
    import re

    return re.sub(f"<(?=/?(?:i|b|su[bp]|sc|span)\\b|{JOINER})", f"<{JOINER}", one_line(text))


def plain_text(text: str) -> str:
    """What an engine printed of `csl_text`, as it was."""
    return text.replace(f"<{JOINER}", "<")
