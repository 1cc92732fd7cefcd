"""Reading a press digest from its text to its sources."""

from collections.abc import Callable, Iterable, Sequence

from quotebank.ingest.digest.assembly import Assembly
from quotebank.ingest.digest.blocks import blocks, form_of, visible_text
from quotebank.ingest.digest.choosing import Choosing
from quotebank.ingest.digest.finding import Finding
from quotebank.ingest.digest.gazetteer import known_outlets
from quotebank.ingest.digest.proposing import proposed
from quotebank.ingest.digest.records import Digest
from quotebank.ingest.digest.survey import Survey
from quotebank.model.dates import PartialDate

_STEPS = 4


def read_digest(  # noqa: PLR0913 -- all of it optional, by name
    text: str,
    *,
    name: str = "",
    form: str = "",
    date: PartialDate | None = None,
    title: str = "",
    outlet: str = "",
    outlets: Iterable[Sequence[str]] = (),
    progress: Callable[[int, int], None] | None = None,
) -> Digest:
    """The sources that a press digest names, with the passages that belong to each.

    `text` is the digest, `name` its file's name and `form` (``text``, ``markdown``, ``html``) what it is written in,
    told by both when empty. `date`, `title` and `outlet` are the digest's own where the writer knows them. `outlets`
    are the groups of spellings of the writer's outlets, the name first, besides the shipped table. `progress` is told
    the steps done and all of them. Deterministic, without network, and linear in the text.
    """
    tell = progress or _untold
    form = form or form_of(name, text)
    if form == "html":
        text, found = visible_text(text)
    else:
        found = blocks(text, form)
    tell(1, _STEPS)
    survey = Survey(text, found, date, title, outlet)
    finding = Finding(survey, known_outlets(survey.language, outlets, survey.roots.__contains__)).read()
    tell(2, _STEPS)
    chosen = Choosing(finding).read()
    tell(3, _STEPS)
    items = Assembly(finding.rows, finding.kinds, chosen, survey.language).read()
    digest = proposed(survey, items)
    tell(_STEPS, _STEPS)
    return digest


def _untold(done: int, steps: int) -> None:
    """Progress that nobody asked for."""
