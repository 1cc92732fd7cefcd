"""Places in a source as a citation says them: ``p. 3``, ``pp. 3-4``, ``para. 11``, ``12:30``."""

from collections.abc import Sequence
from itertools import groupby

from quotebank.cite.pieces import one_line
from quotebank.model.quotes import Locator

_TERMS = {
    "page": ("p.", "pp."), "paragraph": ("para.", "paras."), "section": ("sec.", "secs."),
    "timestamp": ("", ""), "act": ("act", "acts"), "appendix": ("app.", "apps."),
    "article-locator": ("art.", "arts."), "book": ("bk.", "bks."), "canon": ("can.", "cans."),
    "chapter": ("chap.", "chaps."), "column": ("col.", "cols."), "elocation": ("loc.", "locs."),
    "equation": ("eq.", "eqs."), "figure": ("fig.", "figs."), "folio": ("fol.", "fols."),
    "issue": ("no.", "nos."), "line": ("l.", "ll."), "note": ("n.", "nn."), "opus": ("op.", "opp."),
    "part": ("pt.", "pts."), "rule": ("r.", "rr."), "scene": ("sc.", "scs."), "sub-verbo": ("s.v.", "s.vv."),
    "supplement": ("supp.", "supps."), "table": ("table", "tables"), "title-locator": ("tit.", "tits."),
    "verse": ("v.", "vv."), "version": ("ver.", "vers."), "volume": ("vol.", "vols."),
}  # fmt: skip
"""One and several of each CSL locator, in the short forms English styles print."""


def shown_locator(locator: Locator) -> str:
    """One locator in words; a label that is not CSL's is written out."""
    return shown_locators((locator,))


def shown_locators(locators: Sequence[Locator]) -> str:
    """Several locators of one source in words, a label that repeats said once: ``paras. 3, 11``."""
    groups = []
    for label, same in groupby(locators, lambda locator: locator.label):
        values = list(dict.fromkeys(value for locator in same if (value := one_line(locator.value))))
        if values:
            one, several = _TERMS.get(label, (label, label))
            term = several if len(values) > 1 or _is_several(values[0]) else one
            groups.append(f"{term} {', '.join(values)}".strip())
    return ", ".join(groups)


def _is_several(value: str) -> bool:
    """Whether a value names more than one place: ``3-4``, ``3, 7``, ``xi–xii``, not ``A-3``."""
    import re

    return re.search(r"[0-9ivxlc]\s*[-–—,&;]\s*[0-9ivxlc]", value) is not None
