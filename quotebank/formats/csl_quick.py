"""The quick road from an ordinary CSL-JSON item to the shape of its article, for libraries of a hundred thousand.

Nearly all items are plain: texts without formatting, names in two parts, dates in numbers. What is anything else goes
the whole road of `quotebank.formats.csl_reading`, which gives the same shape for these too.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

from quotebank.formats.csl_reading import DONE, TEXTS, Shape, item_key, keywords
from quotebank.model.articles import TYPES
from quotebank.model.edtf import is_plain

_NAMES = frozenset(("family", "given", "static-ordering"))
_NUMBERS = {int}
_DAY = 3


def quick_shape(item: Mapping[str, object]) -> Shape | None:
    """The shape of an item that is plain throughout, complete and checked; None for any other."""
    kind = item.get("type")
    if kind not in TYPES or "custom" in item or "references" in item:
        return None
    shape: Shape = {"key": item_key(item), "type": kind}
    further: Shape = {}
    for variable, value in item.items():
        known = _FIELDS.get(variable)
        if known:
            field, read = known
            found = read(value)
            if found:
                shape[field] = found
            elif found is None:
                return None
        elif variable not in DONE:
            further[variable] = value
    if further:
        shape["csl"] = further
    return shape


def _text(value: object) -> str | None:
    return value if type(value) is str and "<" not in value else None


def _tags(value: object) -> list[str] | None:
    return keywords(value) if type(value) is str and "<" not in value else None


def _names(value: object) -> list[Shape] | None:
    if type(value) is not list:
        return None
    names: list[Shape] = []
    for each in value:
        name = _name(each) if type(each) is dict else None
        if name is None:
            return None
        names.append(name)
    return names


def _name(each: dict[str, object]) -> Shape | None:
    """A family and a given name, the given one perhaps behind it; or an institution."""
    if not _NAMES.issuperset(each):
        literal = each.get("literal")
        return (
            {"literal": literal} if literal and len(each) == 1 and type(literal) is str and "<" not in literal else None
        )
    family, given = each.get("family"), each.get("given", "")
    if type(family) is not str or type(given) is not str or not family or "<" in family or "<" in given:
        return None
    name: Shape = {"family": family, "given": given} if given else {"family": family}
    if each.get("static-ordering") is True:
        name["family_first"] = True
    return name


def _date(value: object) -> str | None:
    """A date of one list of whole numbers that is in the calendar."""
    lists = value.get("date-parts") if type(value) is dict and len(value) == 1 else None
    if type(lists) is not list or len(lists) != 1:
        return None
    parts = lists[0]
    if type(parts) is not list or not 0 < len(parts) <= _DAY or {*map(type, parts)} != _NUMBERS:
        return None
    return _written(*parts)


@lru_cache(maxsize=4096)
def _written(year: int, *rest: int) -> str | None:
    text = f"{year:04}" + "".join([f"-{part:02}" for part in rest])
    return text if is_plain(text) else None


_FIELDS: Mapping[str, tuple[str, Callable[[object], object]]] = {
    **{variable: (field, _text) for variable, field in TEXTS.items()},
    "author": ("authors", _names),
    "translator": ("translator", _names),
    "issued": ("date", _date),
    "accessed": ("accessed", _date),
    "keyword": ("tags", _tags),
}
