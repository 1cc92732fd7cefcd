"""Finding quotes and articles again: a derived index, a query language, ranking, and what to highlight.

The way through it: `units` turns records into folded columns, `schema` says where they lie, `cachefile`
opens the file, `upkeep` keeps it in step with the records, `index` is the front door. `query` reads what
a writer typed, `matching` puts it to SQLite, `ranking` orders what comes back, `evidence` and `passages`
show it in the raw text. This room knows records only by their JSON shapes and never opens a bank.
"""
