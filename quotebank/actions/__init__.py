"""What a writer can ask for: one verb a module, plain arguments in, data out, no terminal."""
