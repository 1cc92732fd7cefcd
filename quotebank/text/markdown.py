"""Text for Markdown documents: pandoc, GitHub and CommonMark show it as it was stored."""

from quotebank.text.lines import one_line, percent_encoded


def escape(text: str) -> str:
    """`text` as a run of Markdown that reads as the text itself and starts no list, heading or quotation.

    At the beginning bullets (``-``, ``+``) and the marks of lists (``1.``, ``2)``, pandoc's ``a.``, ``(iv)``) are
    escaped.
    Newlines become one space and leading spaces go, for four of them would make a code block. A colon is escaped only
    where an emoji's name follows (``:smile:``).
    """
    text = one_line(text).lstrip()
    if text.isalpha():
        return text
    import re

    text = re.sub(r"[\\`*_{}\[\]<>#|~^$@&=]", r"\\\g<0>", text)
    text = re.sub(r":(?=(?:[a-z+-])(?:[a-z0-9+-]|\\_){0,40}:)", r"\:", text)
    return re.sub(
        r"^(?:(?=[-+])|(\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdm]{1,9}|[IVXLCDM]{1,9}))(?=[.)](?:\s|$)))", r"\1\\", text
    )


def link_target(url: str) -> str:
    """`url` to stand between ``<`` and ``>``: what would end or change it there is percent-encoded."""
    return percent_encoded(url, "<>\\")
