"""``python -m quotebank`` is the command line."""

from quotebank.cli.main import run

if __name__ == "__main__":
    run()
