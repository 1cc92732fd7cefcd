"""One module a command, loaded when that command runs. `quotebank.cli.app.COMMANDS` lists them."""
