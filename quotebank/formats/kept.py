"""What a foreign format has no place for, kept in one field of it so that a record comes back whole.

A writer says a record in the fields of its format, reads them again as any reader would, and keeps the *difference*:
the values that came back otherwise, and the names of those that were not there. The reader lays the difference over
what it read. In JSON formats it is an object; in the others one line of text, ``name=text`` or ``name:=json`` joined
by ``;``, where ``+`` is a space, ``*`` and two figures are a byte, and ``-`` in a name is its underscore. Per cent
signs would do, but TeX and pandoc take them for the beginning of a comment.
"""

from collections.abc import Mapping
from functools import lru_cache

from quotebank.errors import BadInput

Shape = Mapping[str, object]

_HINT = "leave out the field in which quotebank keeps them"
_IN_NAMES = {"_": "-", "-": "*2D", ":": "*3A"}
_SAFE = frozenset("-.:/,!()@?[]")
_WITHOUT_SAFE = str.maketrans("", "", "-.:/,!()@?[]")


def difference(whole: Shape, read: Shape) -> dict[str, object]:
    """What to lay over `read` to get `whole`: values by their path, and under ``""`` the paths that are to go.

    A path is a JSON Pointer without its first slash (RFC 6901): ``authors/0/original``.
    """
    kept: dict[str, object] = {}
    gone: list[str] = []
    _compare(whole, read, "", kept, gone)
    if gone:
        kept[""] = gone
    return kept


def _compare(whole: Shape, read: Shape, path: str, kept: dict[str, object], gone: list[str]) -> None:
    for name, value in whole.items():
        if name not in read and not (value and isinstance(value, Mapping)):
            kept[path + _step(name)] = value
            continue
        other = read.get(name, {})
        if _same(value, other):
            continue
        if isinstance(value, Mapping) and isinstance(other, Mapping):
            _compare(value, other, f"{path}{_step(name)}/", kept, gone)
        elif isinstance(value, list) and isinstance(other, list) and _pair(value, other):
            for at, (one, two) in enumerate(zip(value, other, strict=True)):
                _compare(one, two, f"{path}{_step(name)}/{at}/", kept, gone)
        else:
            kept[path + _step(name)] = value
    gone += [path + _step(name) for name in read if name not in whole]


def _same(one: object, two: object) -> bool:
    """Equal, and to JSON the same: 1 is not true, and true within a list is not 1."""
    if isinstance(one, str) or isinstance(two, str):
        return one == two
    from json import dumps

    return one == two and dumps(one, sort_keys=True, default=dict) == dumps(two, sort_keys=True, default=dict)


def _pair(one: list[object], two: list[object]) -> bool:
    return len(one) == len(two) and all(isinstance(each, Mapping) for each in (*one, *two))


def _step(name: str) -> str:
    """A name as a step of a path: ``~`` and ``/`` in it written ``~0`` and ``~1``, no name at all ``~2``."""
    if name.isidentifier():
        return name
    return name.replace("~", "~0").replace("/", "~1") or "~2"


def _name(step: str) -> str:
    return "" if step == "~2" else step.replace("~1", "/").replace("~0", "~")


def laid_over(read: Shape, kept: Shape) -> dict[str, object]:
    """`read` with the `difference` that was kept, put into it; raises `BadInput` for one that does not fit."""
    whole = dict(read)
    try:
        for path, value in kept.items():
            if path:
                place, name = _place(whole, path)
                place[name] = value
        gone = kept.get("", ())
        for path in gone if isinstance(gone, list | tuple) else ():
            place, name = _place(whole, str(path))
            del place[name]
    except (KeyError, IndexError, TypeError, ValueError, AttributeError) as failure:
        raise BadInput("kept fields: they do not fit the rest of the entry", _HINT) from failure
    return whole


def _place(whole: dict[str, object], path: str) -> tuple[dict[str, object], str]:
    *steps, last = path.split("/")
    place: object = whole
    for step in steps:
        place = place[int(step)] if isinstance(place, list) else place.setdefault(_name(step), {})  # type: ignore[attr-defined]
    if not isinstance(place, dict):
        raise TypeError(path)
    return place, _name(last)


def packed(kept: Shape, *, ascii_only: bool = False) -> str:
    """A difference as one line of text in the order of its names, without any sign that TeX or YAML gives a meaning."""
    return ";".join([_packed(name, kept[name], ascii_only) for name in sorted(kept)])


def _packed(name: str, value: object, ascii_only: bool) -> str:
    short = _short(name, ascii_only)
    if isinstance(value, str):
        return f"{short}={_encoded(value, ascii_only)}"
    if value is True:
        return f"{short}:=true"
    from json import dumps

    told = dumps(value, ensure_ascii=False, separators=(",", ":"), default=dict)
    return f"{short}:={_encoded(told, ascii_only)}"


def unpacked(line: str) -> dict[str, object]:
    """The difference in a line of text; raises `BadInput` for one that was tampered with."""
    from json import loads

    kept: dict[str, object] = {}
    for pair in filter(None, line.strip().split(";")):
        name, mark, value = pair.partition("=")
        if not mark:
            raise BadInput(f"kept fields: {pair[:40]!r} is not name=value", _HINT)
        try:
            text = _decoded(value)
            path = _decoded(name.removesuffix(":").replace("-", "_"))
            kept[path] = loads(text) if name.endswith(":") else text
        except (ValueError, RecursionError) as failure:
            raise BadInput(f"kept fields: {name[:40]!r} cannot be read", _HINT) from failure
    return kept


@lru_cache(maxsize=512)
def _short(name: str, ascii_only: bool) -> str:
    return "".join([_IN_NAMES.get(char) or _encoded(char, ascii_only) for char in name])


def _encoded(text: str, ascii_only: bool) -> str:
    """The text with its letters as they are, whatever their script, and spaces as ``+``; all else by its bytes."""
    if (text.isascii() or not ascii_only) and text.translate(_WITHOUT_SAFE).isalnum():
        return text
    most = "\x7f" if ascii_only else "\U0010ffff"
    return "".join([char if char in _SAFE or (char.isalnum() and char <= most) else _code(char) for char in text])


def _code(char: str) -> str:
    return "+" if char == " " else "".join([f"*{byte:02X}" for byte in char.encode("utf-8", "surrogatepass")])


def _decoded(text: str) -> str:
    text = text.replace("+", " ")
    if "*" not in text:
        return text
    first, *rest = text.encode("utf-8", "surrogatepass").split(b"*")
    codes = b"".join([bytes.fromhex(part[:2].decode("ascii")) + part[2:] for part in rest])
    return (first + codes).decode("utf-8", "surrogatepass")
