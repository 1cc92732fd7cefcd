"""The programs that are measured: the floor and quotebank, each started by a script of the same two lines."""

import compileall
import sys
from pathlib import Path

_FLOOR_APP = '''"""The least a Typer program can be: one command that greets."""

import typer

app = typer.Typer()


@app.command()
def greet(name: str = typer.Argument("world", help="Whom to greet.")) -> None:
    """Greet somebody."""
    typer.echo(f"Hello {name}")


def run() -> None:
    app()
'''
_START = """import sys
from {module} import run
sys.exit(run())
"""


def floor(folder: Path) -> list[str]:
    """Write the floor program into `folder` and compile it; returns how to start it."""
    app = folder / "floor_app.py"
    app.write_text(_FLOOR_APP, encoding="utf-8")
    compileall.compile_file(app, quiet=1)
    return _start(folder / "floor.py", "floor_app")


def quotebank(folder: Path) -> list[str]:
    """Write quotebank's start into `folder`, as installing writes it, and compile the package.

    The package is the one this process imports, installed or a checkout. Where it cannot be written it was
    compiled when it was installed.
    """
    package = package_folder()
    compileall.compile_dir(package, quiet=2)
    return _start(folder / "start_quotebank.py", "quotebank.cli.main")


def package_folder() -> Path:
    """Where the quotebank package under test lies."""
    import quotebank

    assert quotebank.__file__
    return Path(quotebank.__file__).resolve().parent


def _start(script: Path, module: str) -> list[str]:
    script.write_text(_START.format(module=module), encoding="utf-8")
    return [sys.executable, str(script)]
