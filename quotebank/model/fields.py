"""Reading and writing the fields of a record: what all record types share.

JSON shapes leave absent fields out, and keep fields this version does not know, so that a bank written
by a later minor version loses nothing on the way through an older one.
"""

from collections.abc import Iterable, Mapping

from quotebank.errors import BadInput


def text_fields(record: object, names: Iterable[str]) -> dict[str, object]:
    """The named text attributes of `record` that are not empty, in the order given."""
    return {name: value for name in names if (value := getattr(record, name)) != ""}


def mapping(shape: object, where: str) -> Mapping[str, object]:
    """`shape` if it is a JSON object, else `BadInput` naming `where`."""
    # What comes from JSON is a dict, and asking for that takes a tenth of asking for any mapping.
    if type(shape) is not dict and not isinstance(shape, Mapping):
        raise BadInput(f"{where}: an object is needed, not {_kind(shape)}")
    return shape


def as_text(shape: object, where: str, names: Iterable[str]) -> dict[str, str]:
    """The named fields of a JSON object as text; absent ones and null are left out. Raises `BadInput`."""
    found: dict[str, str] = {}
    source = mapping(shape, where)
    for name in names:
        value = source.get(name)
        if isinstance(value, str):
            found[name] = value
        elif value is not None:
            raise BadInput(f"{where}.{name}: text is needed, not {_kind(value)}")
    return found


def texts(shape: Mapping[str, object], name: str) -> tuple[str, ...]:
    """A list of texts from a JSON object; one text alone is a list of one. Raises `BadInput`."""
    value = shape.get(name)
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list | tuple) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise BadInput(f"{name}: a list of texts is needed, not {_kind(value)}")


def unknown(shape: Mapping[str, object], known: Iterable[str]) -> dict[str, object]:
    """The fields of `shape` that `known` does not name, to be carried along unread."""
    names = known if isinstance(known, frozenset) else frozenset(known)
    return {name: value for name, value in shape.items() if name not in names}


def _kind(value: object) -> str:
    kinds = {dict: "an object", list: "a list", str: "text", bool: "true or false", int: "a number", float: "a number"}
    return "null" if value is None else kinds.get(type(value), type(value).__name__)
