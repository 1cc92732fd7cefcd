"""A page read as a whole: every field's evidence gathered and weighed, the article put together."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from quotebank.ingest.page import saved
from quotebank.ingest.page.authors import Setting, authors
from quotebank.ingest.page.canonical import Origin, absolute, address, origin
from quotebank.ingest.page.dates import dates
from quotebank.ingest.page.decoding import decoded
from quotebank.ingest.page.document import Document, bounded, document, main_part
from quotebank.ingest.page.host_names import is_kin, same_outlet, whole
from quotebank.ingest.page.intake import bare
from quotebank.ingest.page.kinds import journal_fields, kind
from quotebank.ingest.page.languages import language
from quotebank.ingest.page.meta_tags import first
from quotebank.ingest.page.outlet_names import outlets
from quotebank.ingest.page.records import Page, Unsure, no_outlet
from quotebank.ingest.page.sections import menu
from quotebank.ingest.page.shown_dates import Place
from quotebank.ingest.page.structured import Node
from quotebank.ingest.page.titles import declared, titles
from quotebank.ingest.page.walls import not_html, wall
from quotebank.ingest.page.weighing import LINE, Verdict, weigh
from quotebank.model.articles import Article
from quotebank.model.dates import PartialDate
from quotebank.text.addresses import compared, host_of

_FEW = 400
_LINE = 200
_LONG = 1_000_000
_TELLING = 8
"""So long a part of a host is its outlet's name and no word of a title."""


def read_page(data: bytes, *, url: str = "", content_type: str = "", today: dt.date,
              outlet_of: Callable[[str], str] = no_outlet) -> Page:  # fmt: skip
    """The candidate record of a page, with the source and confidence of every field.

    `url` is where it was read (a saved page says itself), `content_type` the HTTP header, `today` the latest day it can
    be of, `outlet_of` what the writer corrected for a host. Any bytes give a page; nothing is fetched.
    """
    if why := not_html(data, content_type):
        return Page(Article(), wall=why)
    text = decoded(data, content_type)
    kept = saved.origin(text.text)
    page = document(text.text)
    if page is None:
        return Page(Article(), wall="an empty page", html=text.text)
    start = origin([(url, "the address given"), (kept.url, kept.source)], page)
    reading = _Reading(page, start, today)
    reading.read(outlet_of)
    warnings: tuple[str, ...] = ()
    if text.damaged:
        warnings += ("some bytes of the page could not be read; look the title and names over",)
    if len(bounded(text.text)) < len(text.text):
        warnings += ("the page is too long to be read to its end",)
    reason = wall(page, reading.node)
    if not reason and reading.is_short():
        warnings += ("the page shows little or none of the article's text: it may lie behind a wall",)
    return Page(reading.article(), tuple(reading.unsure), reason, text.text, warnings)


@dataclass(slots=True)
class _Reading:
    """One page being read: what was found so far, and its sources."""

    page: Document
    start: Origin
    today: dt.date
    node: Node | None = None
    fields: dict[str, object] = field(default_factory=dict)
    provenance: dict[str, object] = field(default_factory=dict)
    unsure: list[Unsure] = field(default_factory=list)

    def read(self, outlet_of: Callable[[str], str]) -> None:
        """Read every field, each with the help of those before it."""
        page = self.page
        claims = declared(page, None)
        headings = [" ".join(element.itertext()) for element in page.headings]
        self.node = page.statements.article([*headings, *[value for value, _ in claims]], self._is_here)
        claims = declared(page, self.node)
        self._read_address()
        url = str(self.fields.get("url", ""))
        told = menu(page, claims, url)
        named = weigh(outlets(page, self.node, url, claims, outlet_of, told), same_outlet, is_kin)
        names = whole(named, self._is_shown)
        outlet = self._take("outlet", names)
        known = [verdict.value for verdict in names if verdict.confidence >= LINE // 2]
        if outlet and outlet not in known:
            known.append(outlet)
        ends = self._at_ends(known, {bare(value) for value, _ in claims}) | told.sections
        titled = titles(page, () if told.masthead else claims, ends | {bare(told.masthead)} - {""})
        title = self._take("title", titled.verdicts)
        spoken = self._take("language", language(page, self.node, title))
        part = main_part(page, titled.heading)
        self._read_date(Place(url, titled.heading, part, spoken, self.today))
        sure = [verdict.value for verdict in names if verdict.confidence >= LINE or verdict is names[0]]
        self._read_authors(Setting(sure, url, part, title, titled.heading))
        self._read_rest(outlet)

    def _is_here(self, url: str) -> bool:
        base = self.start.url
        said = [base, *self.page.links("canonical"), first(self.page.metas, "og:url").value]
        here = {compared(absolute(href, base)) for href in said} - {""}
        return compared(absolute(url.partition("#")[0], base)) in here

    def _is_shown(self, name: str) -> bool:
        """Whether the page shows a name in one of its short lines."""
        return any(name in block.text for block in self.page.blocks if len(block.text) <= _LINE)

    def _take(self, name: str, verdicts: Sequence[Verdict[str]], why: str = "") -> str:
        """Set a field to the best answer if it is sure enough, else list its answers."""
        if verdicts and verdicts[0].confidence >= LINE and not why:
            self.fields[name] = verdicts[0].value
            self.provenance[name] = verdicts[0].provenance
            return verdicts[0].value
        if verdicts:
            candidates = tuple(dict.fromkeys(verdict.value for verdict in verdicts[:4]))
            self.unsure.append(Unsure(name, candidates, why or "the evidence is weak or contradicts itself"))
        return ""

    def _read_address(self) -> None:
        found = address(self.page, self.node, self.start)
        for name, value in (("url", found.url), ("archive_url", found.archive_url)):
            if value:
                self.fields[name] = value
                self.provenance[name] = (
                    f"{found.source if name == 'url' else self.start.source} ({found.confidence or 90} %)"
                )
        if found.archive_date:
            self.fields["archive_date"] = PartialDate.from_edtf(found.archive_date)
            self.provenance["archive_date"] = f"{self.start.source} (95 %)"

    def _at_ends(self, known: Sequence[str], claimed: set[str]) -> frozenset[str]:
        """The bare names that may stand around a title: of the outlet, its host and a section that is no title."""
        names = {bare(name) for name in known} | {same_outlet(name) for name in known}
        names |= {bare(self._section())} - claimed
        host = host_of(str(self.fields.get("url", "")))
        names |= {bare(host)} | {label for label in map(bare, host.split(".")) if len(label) >= _TELLING}
        return frozenset(name for name in names if len(name) > 1)

    def _section(self) -> str:
        said = first(self.page.metas, "article:section parsely-section").value
        if not said and self.node is not None:
            said = next(iter(self.page.statements.texts(self.node.get("articleSection"))), "")
        return said

    def _read_date(self, place: Place) -> None:
        found = dates(self.page, self.node, place)
        day = self._take("date", found.verdicts, found.why)
        if day:
            self.fields["date"] = PartialDate.from_edtf(day)
        elif not found.verdicts:
            self._guess_date()

    def _guess_date(self) -> None:
        """Ask htmldate where the page gives no date; it is right too seldom to be believed, so it is only told.

        Not about pages of millions of characters: it takes a hundred times their size.
        """
        from quotebank.ingest.page.guessing import guessed_date

        if self.page.size > _LONG:
            return
        if guess := guessed_date(self.page.root, self.today):
            self.unsure.append(Unsure("date", (guess,), "the page gives none; guessed from its text by htmldate"))

    def _read_authors(self, setting: Setting) -> None:
        verdicts = authors(self.page, self.node, setting)
        if verdicts and verdicts[0].confidence >= LINE:
            self.fields["authors"] = verdicts[0].value
            self.provenance["authors"] = verdicts[0].provenance
        elif verdicts:
            candidates = tuple("; ".join(name.display for name in verdict.value) for verdict in verdicts[:4])
            self.unsure.append(Unsure("authors", candidates, "the evidence is weak or contradicts itself"))

    def _read_rest(self, outlet: str) -> None:
        """The kind of publication, the section, and what journals have."""
        found = kind(self.page, self.node, outlet)
        self.fields["type"] = found.type
        self.provenance["type"] = f"{found.source} ({found.confidence} %)"
        section = self._section()
        if _is_section(section, outlet, str(self.fields.get("title", ""))):
            self.fields["section"] = section
            self.provenance["section"] = "article:section (80 %)"
        if found.type == "article-journal":
            for name, (value, source) in journal_fields(self.page, self.node).items():
                self.provenance[name] = f"{source} (90 %)"
                if name == "DOI":
                    self.fields["extra"] = {"csl": {"DOI": value}}
                else:
                    self.fields[name] = value

    def is_short(self) -> bool:
        """Whether the page shows hardly any prose."""
        return self.page.prose < _FEW and bool(self.fields.get("title"))

    def article(self) -> Article:
        """The record of what is sure enough."""
        return Article(**self.fields, provenance=self.provenance)  # type: ignore[arg-type]


def _is_section(section: str, outlet: str, title: str) -> bool:
    """Whether a section is one: a name of a few words that is neither outlet nor title nor a mere "news"."""
    general = ("news", "article", "articles", "home", "general", "uncategorized", "default", "all", "main", "story")
    return (
        bool(bare(section)) and len(section) <= 40 and "," not in section and "/" not in section  # noqa: PLR2004
        and not bare(section).isdecimal() and bare(section) not in (*general, bare(outlet), bare(title))
    )  # fmt: skip
