"""Manuscripts are read as pandoc, LaTeX and their like read them."""
