r"""quotebank's own JSON, whole and lossless: ``{"articles": [...], "quotes": [...]}``, one record a line.

It is valid UTF-8 whatever the records hold: lone surrogates are written as ``\udXXX`` escapes, which JSON allows
(RFC 8259, section 8.2) and which come back as they were.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING

from quotebank.errors import BadInput
from quotebank.formats import Context

if TYPE_CHECKING:
    from quotebank.formats.parsed import Parsed

BESIDE = ("outlets", "aliases", "searches")
"""The further lists a document may hold: other spellings of outlets, names of one thing, saved searches."""

_BATCH = 256
"""Records encoded before a piece is handed on: enough to make the pieces few, too few to weigh."""


def write(records: Iterable[Mapping[str, object] | str], context: Context) -> Iterator[str]:
    """The JSON shapes of articles, those of ``context.quotes``, and what of ``context.beside`` there is.

    Shapes that are JSON text already are copied.

    Raises `BadInput` for a number JSON does not have (NaN, infinity).
    """
    yield '{"articles": ['
    yield from _array(records)
    yield '], "quotes": ['
    yield from _array(context.quotes)
    for name in BESIDE:
        if shapes := context.beside.get(name):
            yield f'], "{name}": ['
            yield from _array(shapes)
    yield "]}\n"


def read(data: bytes) -> "Parsed":
    """Articles and quotes of such a file; bad entries, keys or ids given twice and broken JSON are problems."""
    from quotebank.formats.quotebank_json_reading import read_document

    return read_document(data)


def _array(shapes: Iterable[Mapping[str, object] | str]) -> Iterator[str]:
    from json import JSONEncoder

    encoded = JSONEncoder(ensure_ascii=False, allow_nan=False, default=dict).encode

    def encode(shape: Mapping[str, object] | str) -> str:
        return shape if isinstance(shape, str) else encoded(shape)

    source, before = iter(shapes), "\n"
    while batch := list(islice(source, _BATCH)):
        try:
            piece = before + ",\n".join(map(encode, batch))
        except (ValueError, TypeError) as failure:
            raise BadInput(f"a record cannot be written as JSON: {failure}", "check the bank") from failure
        yield _valid_unicode(piece)
        before = ",\n"
    if before != "\n":
        yield "\n"


def _valid_unicode(text: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace").decode("utf-8")
    return text
