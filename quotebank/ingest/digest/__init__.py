"""Press digests read: who published what, where and when, and which passages say so.

``read_digest(text)`` in `quotebank.ingest.digest.reading` is the way in; it is loaded on first use. Text goes through
these rooms, each a reading of what the one before gives:

1. `blocks`, `markdown_blocks`, `html_text`: the text as paragraphs, items, headings, with their places;
2. `survey`: the digest as a whole (language, own date and title, what words it uses how);
3. `rows`: each block as a row of typed units (`units`), made of its `tokens`, `dating`s, `recognition` and `phrases`;
4. `finding`: namings of sources (`mentions`), by the frames of `frames` (`prose`) and as citations (`cited`);
5. `choosing`: the namings that count, each with its author and date (`attaching`);
6. `assembly`: which namings are one press item, and which stretches of text are its (`items`, `stretches`, `style`);
7. `proposing`: records with passages, confidence and reasons (`records`).

Words are data: `cues_en` and its three siblings, `gazetteer`, `given_names`, and the table of outlets one room up.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotebank.ingest.digest.reading import read_digest
    from quotebank.ingest.digest.records import Block, Digest, Passage, Source

__all__ = ["Block", "Digest", "Passage", "Source", "read_digest"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    room = "reading" if name == "read_digest" else "records"
    return getattr(import_module(f"{__name__}.{room}"), name)
