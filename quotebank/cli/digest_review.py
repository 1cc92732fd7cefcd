"""Going through a digest's proposals with the writer, before anything is banked."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Protocol

from quotebank.actions.digest_records import Proposal, Proposals, day_of
from quotebank.cli.digest_table import explanation, passages, summary, table, unattributed
from quotebank.ingest.digest.records import Digest, Source
from quotebank.model.dates import PartialDate
from quotebank.text.visible import visible

HELP = """\
a     accept: bank what is marked +
w     walk through the proposals one by one
e N   edit proposal N: its outlet, authors, date, issue
d N   drop proposal N; once more takes it back
k N   keep proposal N, however unsure
s N   show where proposal N comes from, and its passages
t     show the table again
q     leave without writing"""

WALK_HELP = """\
y keep it   n drop it   e edit it   m merge it into the one before   s show its passages   q stop walking"""


class Ask(Protocol):
    """Asks for one line; `check` refuses an answer by raising a `QuotebankError`."""

    def __call__(
        self,
        question: str,
        words: Iterable[str] = (),
        *,
        default: str = "",
        check: Callable[[str], object] | None = None,
    ) -> str:
        """The answer, without the spaces around it."""


class Review:
    """What the writer makes of the proposals of one digest. Numbers (from 1) stay as they were at the beginning.

    `again` proposes anew after a source was changed. `line` is the confidence from which a proposal is banked unless
    it is dropped; below, it must be kept expressly.
    """

    def __init__(
        self,
        proposals: Proposals,
        again: Callable[[Digest], Proposals],
        line: int,
        today: datetime.date,
        *,
        ask: Ask,
        tell: Callable[[str], None],
        width: int,
    ) -> None:
        self.proposals = proposals
        self._again = again
        self._line = line
        self._today = today
        self._ask = ask
        self._tell = tell
        self._width = width
        self._numbers = list(range(1, len(proposals.items) + 1))
        self._kept: set[int] = set()
        self._dropped: set[int] = set()

    @property
    def chosen(self) -> list[int]:
        """The places (from 0) of the proposals to be banked in `proposals`."""
        return [at for at, number in enumerate(self._numbers) if self._mark(number) == "+"]

    def run(self) -> bool:
        """Ask until the writer accepts (true) or leaves (false)."""
        self._show()
        while True:
            count = len(self.chosen)
            word, _, rest = self._ask(f"a banks {count} of {len(self._numbers)}; w e d k s t q, ? helps: ").partition(
                " "
            )
            if word == "a" and count:
                return True
            if word == "q":
                return False
            self._do(word, rest.strip())

    def _do(self, word: str, rest: str) -> None:
        if word == "w":
            self._walk()
            self._show()
        elif word == "t":
            self._show()
        elif word == "a":
            self._tell("nothing is marked +; k N keeps an unsure proposal, q leaves")
        elif word in ("e", "d", "k", "s"):
            number = int(rest) if rest.isascii() and rest.isdecimal() and len(rest) < len("1000000") else 0
            if number not in self._numbers:
                self._tell(f"{word} wants the number of a proposal, such as {word} {self._numbers[0]}")
            else:
                {"e": self._edit, "d": self._drop, "k": self._keep, "s": self._explain}[word](number)
        else:
            self._tell(HELP)

    # What can be done with one ------------------------------------------------------------------------------------

    def _edit(self, number: int) -> None:
        at = self._numbers.index(number)
        source = self.proposals.items[at].source
        day = day_of(self.proposals.report.article.date, self._today)
        outlets = sorted({item.source.outlet for item in self.proposals.items if item.source.outlet})
        outlet = self._ask("Outlet: ", outlets, default=source.outlet)
        people = self._ask("Authors, with semicolons: ", default="; ".join(source.authors))
        before = source.date.edtf() if source.date else ""
        typed = self._ask("Date: ", default=before, check=lambda text: PartialDate.parse(text, day))
        issue = self._ask("Issue: ", default=source.issue)
        authors = tuple(name.strip() for name in people.split(";") if name.strip(" ,{}"))
        date = source.date if typed == before else PartialDate.parse(typed, day)
        printed = source.outlet_printed if outlet == source.outlet else ""
        changed = replace(
            source, outlet=outlet, outlet_printed=printed, authors=authors, date=date, issue=issue,
            evidence=(*source.evidence, "edited by the writer"),
        )  # fmt: skip
        self._change({number: changed})
        self._keep(number)

    def _drop(self, number: int) -> None:
        self._kept.discard(number)
        self._dropped ^= {number}
        self._say(number)

    def _keep(self, number: int) -> None:
        self._dropped.discard(number)
        self._kept.add(number)
        self._say(number)

    def _explain(self, number: int) -> None:
        for line in explanation(number, self._item(number), self._width):
            self._tell(line)

    def _merge(self, number: int) -> bool:
        """Let the proposal before take over the passages of this one; false if there is none before."""
        earlier = [each for each in self._numbers if each < number and each not in self._dropped]
        if not earlier:
            self._tell("there is none before it")
            return False
        into, gone = self._item(earlier[-1]).source, self._item(number).source
        together = {(each.start, each.end): each for each in (*into.passages, *gone.passages)}
        changed = replace(
            into,
            passages=tuple(together[place] for place in sorted(together)),
            evidence=(*into.evidence, f"proposal {number} merged into it by the writer", *gone.evidence),
        )
        self._change({earlier[-1]: changed}, without=number)
        self._say(earlier[-1])
        return True

    def _walk(self) -> None:
        self._tell(WALK_HELP)
        for number in [each for each in self._numbers if each not in self._dropped]:
            for line in table({number: self._item(number)}, self._width, colour=False):
                self._tell(line)
            if not self._decide(number):
                return

    def _decide(self, number: int) -> bool:
        """Ask about one proposal until it is decided; false if the writer stops walking."""
        while True:
            word = self._ask(f"{number}: y n e m s q? ")
            if word == "q":
                return False
            if word == "s":
                for line in passages(self._item(number), self._width):
                    self._tell(line)
            elif word == "y":
                self._keep(number)
                return True
            elif word == "n":
                self._drop(number)
                return True
            elif word == "e":
                self._edit(number)
                return True
            elif word != "m":
                self._tell(WALK_HELP)
            elif self._merge(number):
                return True

    # State --------------------------------------------------------------------------------------------------------

    def _change(self, sources: dict[int, Source], without: int = 0) -> None:
        """Put other sources in the place of some, leave one out, and propose anew."""
        kept = [number for number in self._numbers if number != without]
        changed = tuple(sources.get(number, self._item(number).source) for number in kept)
        self.proposals = self._again(replace(self.proposals.digest, sources=changed))
        self._numbers = kept
        self._kept.discard(without)

    def _item(self, number: int) -> Proposal:
        return self.proposals.items[self._numbers.index(number)]

    def _mark(self, number: int) -> str:
        if number in self._dropped:
            return "-"
        sure = number in self._kept or self._item(number).source.confidence >= self._line
        return "+" if sure else "?"

    def _say(self, number: int) -> None:
        """One line on what becomes of a proposal."""
        self._tell(f"{self._mark(number)} {visible(summary(number, self._item(number)))}")

    def _show(self) -> None:
        items = {number: self._item(number) for number in self._numbers}
        for line in table(items, self._width, False, {number: self._mark(number) for number in items}):
            self._tell(line)
        for warning in self.proposals.digest.warnings:
            self._tell(f"mind: {visible(warning)}")
        for line in unattributed(self.proposals.digest):
            self._tell(line)
