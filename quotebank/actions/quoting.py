"""Putting together a quote from what a writer typed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quotebank.errors import UsageError
from quotebank.model.quotes import KINDS, LOCATORS, Locator, Quote, Via

FLAGS = {"page": "page", "para": "paragraph", "section": "section", "time": "timestamp"}
"""The locator flags and the CSL labels they stand for."""


def describe_quote(
    quote: Quote,
    typed: Mapping[str, str | None],
    *,
    tags: Sequence[str] | None = None,
    locators: Mapping[str, str | None] | None = None,
) -> Quote:
    """`quote` with the typed fields put in; None leaves a field as it is, an empty text clears it.

    `typed` may hold text, kind, speaker, language, translation, note and `via`. `locators` holds at most one
    of `FLAGS`: where the passage stands, in the source that was read if there is a `via`, else in the
    article itself. Raises `UsageError`.
    """
    given = {name: value for name, value in typed.items() if value is not None}
    if given.get("kind", KINDS[0]) not in KINDS:
        raise UsageError(f"--kind: {given['kind']} is not a kind of quote", "use one of " + ", ".join(KINDS))
    if "text" in given and not given["text"].strip():
        raise UsageError("the quote has no text", "give it as an argument, or - to read it from standard input")
    changes: dict[str, object] = {name: value for name, value in given.items() if name != "via"}
    if tags is not None:
        changes["tags"] = tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
    via = quote.via
    if "via" in given:
        via = Via(given["via"], via.locator if via else None) if given["via"] else None
    locator = describe_locator(locators or {})
    if locator is not None:
        if via is not None:
            via = replace(via, locator=locator if locator.value else None)
        else:
            changes["locator"] = locator if locator.value else None
    return replace(quote, via=via, **changes)  # type: ignore[arg-type]


def describe_locator(typed: Mapping[str, str | None], other: str | None = None) -> Locator | None:
    """The one locator among the typed `FLAGS` and `other`, None if there is none; `UsageError` for more than one.

    `other` is ``label:value`` with any of CSL's labels, or a value alone, which is a page.
    """
    given = [(name, value) for name, value in typed.items() if value is not None]
    if other is not None:
        given.append(("locator", other))
    if len(given) > 1:
        raise UsageError("--" + " and --".join(name for name, _ in given) + ": a passage has one locator", "keep one")
    for name, value in given:
        if name == "locator":
            return _any_locator(value)
        label = FLAGS[name]
        assert label in LOCATORS
        return Locator(label, value.strip())
    return None


def _any_locator(typed: str) -> Locator:
    label, colon, value = typed.partition(":")
    label = FLAGS.get(label.strip(), label.strip()) if colon else "page"
    if label not in LOCATORS:
        raise UsageError(f"--locator: {label} is no place in a source", "use one of " + ", ".join(LOCATORS))
    return Locator(label, (value if colon else typed).strip())
