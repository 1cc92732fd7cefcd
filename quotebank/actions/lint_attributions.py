"""Rules on what prose says of a source beside its citation: the date (Q301), the outlet (Q302), the author (Q303).

Prose is taken at its word only where it can mean no other source: the author or the outlet named is the record's, or
somebody *wrote* it and nobody in the paragraph is the record's author. A date or an outlet that another record of the
sentence has is about that.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from quotebank.actions.lint_draft import Desk
from quotebank.actions.lint_outlets import OutletForms
from quotebank.actions.lint_rules import Finding
from quotebank.actions.lint_sources import CitedRecord
from quotebank.draft.attributed import Attribution, Said, SaidDate, attributions
from quotebank.draft.attributed_words import ARGUE, REPORT, SAY, WRITE
from quotebank.model.articles import Article
from quotebank.model.edtf import Point, days_in
from quotebank.model.names import Name
from quotebank.text.distance import likeness
from quotebank.text.folding import fold

_LEAST_NAME = 3
_NEAR = 0.6


def of_attributions(desk: Desk, outlets: OutletForms) -> Iterator[Finding]:
    """What the prose of a part says of its sources that their records do not."""
    for attribution in attributions(desk.prose):
        records = desk.records(attribution.citations)
        if records:
            yield from _of_one(desk, attribution, records, outlets)


def _of_one(desk: Desk, said: Attribution, records: Sequence[CitedRecord], outlets: OutletForms) -> Iterator[Finding]:
    subject = said.subject
    meant = [record for record in records if subject is None or _is_by(subject, record.article, outlets)]
    if subject is not None and not meant:
        if not _may_contradict(desk, said, subject, records[0], outlets):
            return
        # Comparing names across scripts takes a tenth of a second the first time: only where all else speaks for it.
        meant = [record for record in records if _is_spelt_so(subject, record.article)]
        if not meant:
            yield from _of_stranger(desk, said, subject, records[0], outlets)
            return
    if "Q301" in desk.choice and said.dates:
        yield from _of_date(desk, said, meant)
    if "Q302" in desk.choice and said.outlets:
        yield from _of_outlet(desk, said.outlets, meant, outlets)


def _is_by(subject: Said, article: Article, outlets: OutletForms) -> bool:
    """Whether a name is an author's of an article, or its outlet's, by its letters."""
    return any(_is_author(subject.text, name) for name in article.authors) or outlets.is_of(subject.text, article)


def _is_author(text: str, name: Name) -> bool:
    """Whether a name in prose can be an author's; a family name they share is enough, in a near spelling too."""
    words = set(fold(text).split())
    for form in (name.family, name.literal, name.original):
        parts = fold(form).split()
        if parts and (words >= set(parts) or (form == name.original and not words.isdisjoint(parts))):
            return True
    near = max((likeness(word, part) for word in words for part in fold(name.family).split()), default=0.0)
    return near >= _NEAR and _is_same(text, name)


def _is_spelt_so(subject: Said, article: Article) -> bool:
    """Whether a name is an author's in another script or transliteration, or by initials."""
    return any(_is_same(subject.text, name) for name in article.authors)


# The date -------------------------------------------------------------------------------------------------------------


def _of_date(desk: Desk, said: Attribution, meant: Sequence[CitedRecord]) -> Iterator[Finding]:
    for date in said.dates:
        if any(record.article.date is None or _agrees(date, record.article, said.kind) for record in meant):
            continue
        record = meant[0]
        recorded = record.article.date
        assert recorded is not None
        message = f"“{date.said.text}” beside {record.key}, which is of {recorded.display()}"
        yield desk.finding(
            "Q301", date.said.start, message, "correct the date, or cite the source of that day", record.key
        )


def _agrees(said: SaidDate, article: Article, kind: str) -> bool:
    """Whether a date in prose can be a record's, as far as both go. What was *said* may have been said before."""
    date = article.date
    if date is None or date.approximate or date.uncertain:
        return True
    earliest, latest = date.earliest(), date.latest()
    years = (said.year,) if said.year else range(earliest[0], min(latest[0], earliest[0] + 10) + 1)
    for year in years:
        if said.day and said.month and said.day > days_in(year, said.month):
            continue
        point = Point(year, said.month, said.day)
        if point.first() <= latest and (kind == SAY or point.last() >= earliest):
            return True
    return False


# The outlet -----------------------------------------------------------------------------------------------------------


def _of_outlet(
    desk: Desk, said: Sequence[Said], meant: Sequence[CitedRecord], outlets: OutletForms
) -> Iterator[Finding]:
    for outlet in said:
        if any(outlets.agrees(outlet.text, record.article) for record in meant):
            continue
        if not outlets.is_outlet(outlet.text, desk.prose.text[outlet.start - 1 : outlet.start]):
            continue
        yield _other_outlet(desk, outlet, meant[0])


# The author -----------------------------------------------------------------------------------------------------------


def _may_contradict(desk: Desk, said: Attribution, subject: Said, record: CitedRecord, outlets: OutletForms) -> bool:
    """Whether somebody who is not of the record can be a contradiction: nobody else can be meant, and he wrote it."""
    return _may_be_author(said, record) and not (
        _is_led_by_another(desk, said, record, outlets) or _is_told_of(subject.text, record)
    )


def _may_be_author(said: Attribution, record: CitedRecord) -> bool:
    """Whether the verb says that the subject wrote or published the source."""
    article = record.article
    if said.kind == REPORT:
        return bool(article.outlet)
    return said.kind == WRITE or (said.kind == ARGUE and (said.adjacent or bool(said.outlets)))


def _of_stranger(
    desk: Desk, said: Attribution, subject: Said, record: CitedRecord, outlets: OutletForms
) -> Iterator[Finding]:
    """Of somebody or some outlet that is not of the record."""
    article = record.article
    if outlets.is_outlet(subject.text, ""):
        if "Q302" in desk.choice and said.kind in (REPORT, WRITE) and outlets.contradicts(subject.text, article):
            yield _other_outlet(desk, subject, record)
        return
    people = [name for name in article.authors if name.family]
    if "Q303" not in desk.choice or not people or said.kind == REPORT:
        return
    if said.outlets and not any(outlets.agrees(each.text, article) for each in said.outlets):
        return
    named = " and ".join(name.display for name in people[:2]) + (" and others" if len(people) > 2 else "")  # noqa: PLR2004
    message = f"“{subject.text}” beside {record.key}, which is by {named}"
    yield desk.finding("Q303", subject.start, message, "correct the name, or cite what that author wrote", record.key)


def _other_outlet(desk: Desk, outlet: Said, record: CitedRecord) -> Finding:
    message = f"“{outlet.text}” beside {record.key}, which is in {record.article.outlet}"
    hint = "correct the outlet, or cite the source from there"
    return desk.finding("Q302", outlet.start, message, hint, record.key)


def _is_led_by_another(desk: Desk, said: Attribution, record: CitedRecord, outlets: OutletForms) -> bool:
    """Whether the paragraph names the record's author or outlet, so that the sentence may tell what that says."""
    prose = desk.prose
    paragraph = prose.sentences[prose.sentence_at(said.start)].paragraph
    if record.key in desk.narrated(paragraph):
        return True
    words = desk.words_of(paragraph)
    names = [form for name in record.article.authors for form in (name.family, name.literal, name.original)]
    names += outlets.names_of(record.article)
    return any(parts and words >= set(parts) for parts in (fold(name).split() for name in names))


def _is_told_of(text: str, record: CitedRecord) -> bool:
    """Whether the bank's quotes of a record, its title or its speakers name somebody: the record tells of him."""
    article = record.article
    told = " ".join([article.title, article.title_translated, article.note, *article.tags, *_texts(record)])
    words = set(fold(told).split())
    mine = [word for word in fold(text).split() if len(word) >= _LEAST_NAME]
    return bool(mine) and mine[-1] in words


def _texts(record: CitedRecord) -> Iterator[str]:
    for quote in record.quotes:
        yield from (quote.text, quote.speaker, quote.translation, quote.note)
    for article in record.read_in.values():
        yield from (name.display for name in article.authors)


def _is_same(text: str, name: Name) -> bool:
    """Whether a name can be an author's in another script or transliteration, or by its initials."""
    return any(_alike(text, form) for form in (name.display, name.family, name.original) if form)


@cache
def _alike(text: str, form: str) -> bool:
    from quotebank.text.names import same_name

    found = same_name(text, form)
    if found is not None:
        return True
    last = text.split()[-1:]
    return bool(last) and last[0] != text and (same_name(last[0], form) is not None)
