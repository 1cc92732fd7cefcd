"""The one place where the program ends: every outcome becomes an exit code here."""

import os
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from typing import Any, NoReturn

from quotebank.cli.session import ReaderGone, Session, system_session
from quotebank.errors import QuotebankError, StorageError

USAGE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141


def run() -> NoReturn:
    """Run the program and end the process (the installed ``quotebank`` command)."""
    session = system_session()
    code = main(sys.argv[1:], session)
    try:
        for stream in (session.stdout, session.stderr):
            if stream is not None:
                stream.flush()
    except OSError:
        code = code or StorageError.exit_code
    # Nothing is left to flush or free: the interpreter's own tidying could only fail or take time.
    os._exit(code)


def main(arguments: Sequence[str], session: Session) -> int:
    """Run one command line; returns its exit code. Says every error in one line on stderr."""
    session.as_json = "--json" in arguments
    session.debug = "--debug" in arguments
    try:
        code = _run(list(arguments), session)
        if session.stdout is not None:
            session.stdout.flush()
    except QuotebankError as problem:
        return _failed(problem, session)
    except (ReaderGone, BrokenPipeError):
        _silence(session)
        return BROKEN_PIPE
    except KeyboardInterrupt:
        code = INTERRUPTED
    except OSError as problem:
        _silence(session)
        return _failed(
            StorageError(f"writing the answer failed ({problem.strerror or problem})", "check where it goes"), session
        )
    except Exception as problem:  # noqa: BLE001 - a fault of ours must not reach a writer as a traceback
        return _failed(_bug(problem), session)
    finally:
        session.close()
    if code == INTERRUPTED:  # Typer turns Ctrl-C into this code
        with suppress(OSError, ValueError):
            session.say("quotebank: interrupted; nothing unfinished was kept")
    return code


def _run(arguments: list[str], session: Session) -> int:
    from quotebank.cli.quick import quick_complete, quick_search

    asked = quick_search(arguments, session)
    if asked is not None:
        from quotebank.cli.searching import run_search

        run_search(session, asked)
        return 0
    begun = quick_complete(arguments, session)
    if begun is not None:
        from quotebank.cli.completing import run_complete

        run_complete(session, begun)
        return 0
    return _run_with_typer(arguments, session)


def _run_with_typer(arguments: list[str], session: Session) -> int:
    import typer

    from quotebank.cli.app import program

    click_error: type[Exception] = next(
        kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException"
    )
    try:
        # Typer's own words (help, completion, questions) go where the session's do.
        with redirect_stdout(session.stdout), redirect_stderr(session.stderr):
            result = program().main(arguments, prog_name="quotebank", standalone_mode=False, obj=session)
    except typer.Abort:
        return INTERRUPTED
    except click_error as problem:
        return _usage(problem, session)
    return result if isinstance(result, int) else 0


def _usage(problem: Any, session: Session) -> int:
    if type(problem).__name__ == "NoArgsIsHelpError":
        if session.stderr is not None:
            session.stderr.write(problem.ctx.get_help() + "\n")
        return USAGE
    where = problem.ctx.command_path.removeprefix("quotebank").strip() if getattr(problem, "ctx", None) else ""
    message = problem.format_message().rstrip(".").replace("\n", " ")
    hint = f"see `quotebank {where} --help`".replace("  ", " ")
    error = QuotebankError(f"{where}: {message}" if where else message, hint)
    error.exit_code = problem.exit_code or USAGE
    session.tell_error(error)
    return error.exit_code


def _failed(problem: QuotebankError, session: Session) -> int:
    if session.debug:
        import traceback

        if session.stderr is not None:
            session.stderr.write("".join(traceback.format_exception(problem)))
    with suppress(OSError, ValueError):
        session.tell_error(problem)
    return problem.exit_code


def _bug(problem: Exception) -> QuotebankError:
    error = QuotebankError(
        f"a fault in quotebank ({type(problem).__name__}: {problem})".replace("\n", " ")[:400],
        "the bank is as it was; please report it with what --debug shows",
    )
    error.__cause__ = problem
    return error


def _silence(session: Session) -> None:
    """Let nothing more be written to a stream that is gone."""
    session.stdout = None
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
