"""Options that several commands share, under the same name and with the same meaning everywhere."""

from typing import Annotated, Any

import typer

from quotebank.cli.completion import complete_authors, complete_keys, complete_outlets, complete_tags

Json = Annotated[bool, typer.Option("--json", help="Answer with one JSON document.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Check everything, write nothing.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]

Key = Annotated[str, typer.Argument(metavar="KEY", help="The article's citation key.", autocompletion=complete_keys)]
Record = Annotated[
    str, typer.Argument(metavar="KEY|ID", help="An article's key, or a quote's id.", autocompletion=complete_keys)
]

_Text = str | None
_Texts = list[str] | None


def _option(*names: str, metavar: str, text: str, **more: Any) -> Any:
    return typer.Option(*names, metavar=metavar, help=text, show_default=False, **more)


Authors = Annotated[
    _Texts,
    _option("--author", "-a", metavar="NAME", autocompletion=complete_authors,
            text='An author; once for each. "Lankov, Andrei", "Kim Jong-un", "{TASS}" for an institution.'),
]  # fmt: skip
Outlet = Annotated[_Text, _option("--outlet", "-o", metavar="NAME", autocompletion=complete_outlets,
                                  text="The newspaper, site or agency.")]  # fmt: skip
Date = Annotated[_Text, _option("--date", "-d", metavar="DATE",
                                text="As printed: 2021-11-11, 11 November, fall 2021, n.d.")]  # fmt: skip
Title = Annotated[_Text, _option("--title", "-t", metavar="TEXT", text="The title, as cited.")]
Issue = Annotated[_Text, _option("--issue", metavar="NUMBER", text='The issue: "No. 10" or 10.')]
Volume = Annotated[_Text, _option("--volume", metavar="NUMBER", text="The volume.")]
Pages = Annotated[_Text, _option("--pages", metavar="PAGES", text="The pages it stands on.")]
SectionName = Annotated[_Text, _option("--section-name", metavar="NAME", text="The newspaper's section (Politics).")]
Url = Annotated[_Text, _option("--url", "-u", metavar="URL", text="Its address.")]
Accessed = Annotated[_Text, _option("--accessed", metavar="DATE", text="When it was read there.")]
ArchiveUrl = Annotated[_Text, _option("--archive-url", metavar="URL", text="An archived copy.")]
ArchiveDate = Annotated[_Text, _option("--archive-date", metavar="DATE", text="The day the archived copy was made.")]
Language = Annotated[_Text, _option("--language", "-l", metavar="TAG", text="Its language: ru, en, de-AT.")]
Publisher = Annotated[_Text, _option("--publisher", metavar="NAME", text="Who publishes it.")]
Translators = Annotated[_Texts, _option("--translator", metavar="NAME", text="A translator; once for each.")]
TitleTranslated = Annotated[_Text, _option("--title-translated", metavar="TEXT", text="The title in your language.")]
OriginalTitle = Annotated[_Text, _option("--original-title", metavar="TEXT", text="The title in its own script.")]
OriginalOutlet = Annotated[_Text, _option("--original-outlet", metavar="NAME", text="The outlet in its own script.")]
Type = Annotated[_Text, _option("--type", metavar="TYPE",
                                text="A CSL type, or newspaper, magazine, journal, web, blog.")]  # fmt: skip
Tags = Annotated[_Texts, _option("--tag", metavar="WORD", autocompletion=complete_tags, text="A tag; once for each.")]
Note = Annotated[_Text, _option("--note", "-n", metavar="TEXT", text="A note of yours; never printed in a citation.")]
NewKey = Annotated[_Text, _option("--key", "-k", metavar="KEY", text="A citation key of your own.")]

AllowHosts = Annotated[_Texts, _option("--allow-host", metavar="HOST",
                                       text="A host of your own that may be asked; once for each.")]  # fmt: skip

Kind = Annotated[_Text, _option("--kind", metavar="KIND", text="direct, paraphrase, summary or comment.")]
Page = Annotated[_Text, _option("--page", "-p", metavar="PAGE", text="The page it stands on.")]
Para = Annotated[_Text, _option("--para", metavar="NUMBER", text="The paragraph.")]
Section = Annotated[_Text, _option("--section", metavar="NAME", text="The section.")]
AnyLocator = Annotated[_Text, _option("--locator", metavar="LABEL:VALUE",
                                      text="Any CSL locator: chapter:3, figure:2; else a page.")]  # fmt: skip
Time = Annotated[_Text, _option("--time", metavar="TIME", text="The time in a broadcast.")]
Speaker = Annotated[_Text, _option("--speaker", metavar="NAME", text="Who says it, if not the author.")]
ViaKey = Annotated[_Text, _option("--via", metavar="KEY", autocompletion=complete_keys,
                                  text="The source it was read in; the locator then belongs to that.")]  # fmt: skip
Translation = Annotated[_Text, _option("--translation", metavar="TEXT", text="A rendering of it.")]

Style = Annotated[str, _option("--style", "-s", metavar="NAME",
                               text="A CSL style by its name; see `quotebank styles`.")]  # fmt: skip
CslFile = Annotated[_Text, _option("--csl", metavar="FILE", text="A CSL style from a file.")]
Locale = Annotated[str, _option("--lang", metavar="TAG", text="The language a style writes in: de-DE, ru-RU.")]

ByAuthor = Annotated[_Texts, _option("--author", "-a", metavar="NAME", autocompletion=complete_authors,
                                     text="Only this author's; any of several.")]  # fmt: skip
ByOutlet = Annotated[_Texts, _option("--outlet", metavar="NAME", autocompletion=complete_outlets,
                                     text="Only this outlet's, however it is spelt.")]  # fmt: skip
After = Annotated[_Text, _option("--after", metavar="DATE", text="Only from this day (month, year) on.")]
Before = Annotated[_Text, _option("--before", metavar="DATE", text="Only up to this day (month, year).")]
ByTag = Annotated[_Texts, _option("--tag", metavar="WORD", autocompletion=complete_tags, text="Only with this tag.")]
ByType = Annotated[_Texts, _option("--type", metavar="TYPE", text="Only of this CSL type.")]
