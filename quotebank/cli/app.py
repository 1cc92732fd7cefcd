"""The commands by name, each loaded only when it is the one that runs."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup, TyperOption

COMMANDS = {
    "init": "Make a bank here.",
    "add": "Add one article as a citable record: typed, or read off a web page.",
    "quote": "Attach a quotation or paraphrase to an article.",
    "digest": "Read a press digest: its sources as records, with what it says of each.",
    "search": "Find quotes and articles, however the words are spelt.",
    "pick": "Choose among search results while typing, and print what was chosen.",
    "alias": "Let names stand for one another in searches.",
    "outlets": "List outlets with their spellings, and join those that are one.",
    "complete": "Offer the records that a key, name or title begun may mean.",
    "list": "List articles.",
    "show": "Show an article and its quotes.",
    "cite": "Print citations ready to paste.",
    "styles": "List the CSL styles there are for cite and export.",
    "export": "Write a bibliography, or the whole bank as JSON.",
    "dossier": "Gather what a search finds: who said what, when and where.",
    "import": "Bring records in from a file.",
    "lint": "Hold a manuscript's citations and quotations against the bank.",
    "verify": "Hold quotes against the saved text of their source.",
    "edit": "Change an article or a quote.",
    "merge": "Join two records of one article.",
    "dedupe": "List records that are likely one article, and names that are likely one person.",
    "rekey": "Give articles new citation keys, made from what they say now.",
    "remove": "Remove an article with its quotes, or one quote.",
    "undo": "Take the last change back.",
    "history": "Show what was done, to the bank or to one record.",
    "stats": "Count what the bank holds.",
    "where": "Say which bank is used, and why.",
    "check": "Check the bank's file line by line; --repair mends it.",
    "compact": "Rewrite the bank without its past.",
    "backup": "Copy the bank, checking every line.",
    "restore": "Put a backup in the bank's place.",
}
"""Every command with its line in ``--help``; each lives in the module of its name in `quotebank.cli.commands`.

The lines stand here as well as in the modules so that ``--help`` need not load them; a test compares them.
"""

EXIT_CODES = """\
Exit codes: 0 done; 1 nothing found, or problems found; 2 usage; 65 bad input data; 66 input file missing; \
69 unreachable; 73 cannot create; 74 I/O error; 75 bank busy, try again; 77 no permission; 78 bank from a newer \
quotebank; 130 interrupted; 141 broken pipe."""


class LazyGroup(TyperGroup):
    """A group that imports a command's module when the command is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands' names, in the order a writer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in self.commands:
            module = import_module(f"quotebank.cli.commands.{cmd_name}_")
            self.add_command(build(module.command, cmd_name), cmd_name)
        return self.commands[cmd_name]

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The table of commands in ``--help``."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def build(function: Any, name: str) -> Any:
    """A command from its function, with the options every command has."""
    single = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)
    single.command(name=name, context_settings={"help_option_names": ["-h", "--help"]})(function)
    command = typer.main.get_command(single)
    command.params.extend(shared_options())
    return command


def shared_options() -> list[TyperOption]:
    """``--bank``, ``--no-color`` and ``--debug``, which stand before or after a command's name."""
    return [
        TyperOption(
            param_decls=["--bank"],
            metavar="PATH",
            expose_value=False,
            callback=_set_bank,
            help="The bank: a .jsonl file, or a folder that holds bank.jsonl.  [env: QUOTEBANK_BANK]",
            autocompletion=None,
        ),
        TyperOption(
            param_decls=["--no-color"],
            is_flag=True,
            expose_value=False,
            callback=_set_no_color,
            help="No colour, on a terminal either.  [env: NO_COLOR]",
        ),
        TyperOption(
            param_decls=["--debug"],
            is_flag=True,
            expose_value=False,
            callback=_set_debug,
            help="Show the traceback of an error.",
        ),
    ]


def _set_bank(ctx: Any, _param: Any, value: str | None) -> None:
    if value is not None:
        ctx.find_root().obj.bank_name = value


def _set_no_color(ctx: Any, _param: Any, value: bool) -> None:
    ctx.find_root().obj.no_color |= bool(value)


def _set_debug(ctx: Any, _param: Any, value: bool) -> None:
    ctx.find_root().obj.debug |= bool(value)


def _show_version(ctx: typer.Context, value: bool) -> None:
    if value:
        from quotebank import __version__

        ctx.obj.show(f"quotebank {__version__}")
        raise typer.Exit


def root(
    version: bool = typer.Option(False, "--version", callback=_show_version, is_eager=True, help="Show the version."),
) -> None:
    """Keep press articles and what they say; find them again; cite them."""


def program() -> Any:
    """The whole command line as one Typer command."""
    app = typer.Typer(
        cls=LazyGroup,
        rich_markup_mode=None,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(epilog=EXIT_CODES)(root)
    command = typer.main.get_command(app)
    command.params[1:1] = shared_options()
    return command
