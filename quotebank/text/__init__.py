"""Text in, text out: folding, escaping, and what a terminal shows."""
