"""The command line: words and flags in, text or JSON out. No logic of its own."""
