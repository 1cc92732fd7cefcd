"""What reading a page gives: a candidate record, what it was not sure of, and the page itself."""

from dataclasses import dataclass, field

from quotebank.model.articles import Article


@dataclass(frozen=True, slots=True)
class Unsure:
    """A field that was left out: what it might be, best first, and why none of it was taken."""

    field: str
    candidates: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a candidate record.

    `article` has the fields that are sure enough, and for each its source and confidence in `provenance`; it has no
    key. `unsure` lists the others. `wall` says why the page is no article, `""` when it is one. `html` is the page
    decoded.
    """

    article: Article
    unsure: tuple[Unsure, ...] = ()
    wall: str = ""
    html: str = field(default="", repr=False)
    warnings: tuple[str, ...] = ()

    def text(self) -> str:
        """The readable text of the page, one paragraph a line; `""` when it shows none. Loads trafilatura."""
        from quotebank.ingest.page.readable import readable_text

        return readable_text(self.html)


def no_outlet(host: str) -> str:  # noqa: ARG001 -- the shape of what a writer corrected
    """Stand in for a writer who has corrected no outlet."""
    return ""
