"""Where the index keeps what: an SQLite file that can be thrown away at any time.

``articles`` and ``quotes`` hold the folded columns of the records, ``names`` the keys an article answers to
(case-folded; `alias` 1 for its earlier ones). A *unit* is what a search can find: a quote (with its article's
columns beside its own) or an article without quotes. ``shown`` lists the units that stand in the full-text
table ``fts`` and the article each was put there with; their numbers are twice the row's number, plus one for
articles. ``fts`` is contentless, so taking a unit out of it means sending the very same columns again
(https://www.sqlite.org/fts5.html, section 4.4.3): the views ``quote_units`` and ``article_units`` give them, for
putting in and taking out alike. Ids and keys are bytes (UTF-8, surrogates passed), so that any text survives.

``vocabulary`` holds every word of the full-text table with the number of units it stands in, ``sounds`` the keys that
lead to words which sound, or are derived, alike (`lexicon`), and ``lexicon`` all words of one length and first
letter as one text, to be read through for misspellings. ``aliases`` are names of one thing, by owner: shipped with the
program, or a record.
"""

FORMAT = 3
"""Raise it when a table or what goes into a column changes: files of other formats are built anew."""

APPLICATION = 0x71756F74
"""SQLite's ``application_id`` of our files, "quot"."""

COLUMNS = ("text", "extras", "title", "authors", "outlet", "tags", "speaker", "note", "date")
"""The full-text columns, in order."""

BORDER = "¦"
"""Stands between values of one column, so that no phrase reaches across; no folded word looks like it."""

_UNITS = """
  CREATE VIEW quote_units(unit, {columns}) AS
  SELECT s.unit, q.text, q.extras, coalesce(a.title, ''), coalesce(a.authors, ''), coalesce(a.outlet, ''),
         q.tags || ' {border} ' || coalesce(a.tags, ''), q.speaker, q.note || ' {border} ' || coalesce(a.note, ''),
         coalesce(a.date, '')
    FROM shown s JOIN quotes q ON q.n = s.unit / 2 LEFT JOIN articles a ON a.n = s.article
   WHERE s.unit % 2 = 0;
  CREATE VIEW article_units(unit, {columns}) AS
  SELECT s.unit, '', '', a.title, a.authors, a.outlet, a.tags, '', a.note, a.date
    FROM shown s JOIN articles a ON a.n = s.unit / 2
   WHERE s.unit % 2 = 1;
""".format(columns=", ".join(COLUMNS), border=BORDER)  # noqa: S608 - our own names

TABLES = f"""
  CREATE TABLE meta(name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
  CREATE TABLE articles(
    n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, key BLOB NOT NULL, first INTEGER, last INTEGER,
    title TEXT NOT NULL, authors TEXT NOT NULL, outlet TEXT NOT NULL, tags TEXT NOT NULL, note TEXT NOT NULL,
    date TEXT NOT NULL);
  CREATE INDEX articles_dates ON articles(first, last);
  CREATE TABLE names(
    name BLOB NOT NULL, alias INTEGER NOT NULL, owner BLOB NOT NULL, article INTEGER NOT NULL,
    PRIMARY KEY(name, alias, owner)) WITHOUT ROWID;
  CREATE INDEX names_article ON names(article);
  CREATE TABLE quotes(
    n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, ref BLOB NOT NULL, kind BLOB NOT NULL, via BLOB NOT NULL,
    text TEXT NOT NULL, extras TEXT NOT NULL, tags TEXT NOT NULL, speaker TEXT NOT NULL, note TEXT NOT NULL);
  CREATE INDEX quotes_ref ON quotes(ref);
  CREATE INDEX quotes_via ON quotes(via) WHERE via <> x'';
  CREATE TABLE shown(unit INTEGER PRIMARY KEY, article INTEGER);
  CREATE INDEX shown_article ON shown(article);
  CREATE TABLE vocabulary(word TEXT PRIMARY KEY, units INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE sounds(key TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY(key, word)) WITHOUT ROWID;
  CREATE TABLE lexicon(
    size INTEGER NOT NULL, letter TEXT NOT NULL, part INTEGER NOT NULL, words TEXT NOT NULL,
    PRIMARY KEY(size, letter, part)) WITHOUT ROWID;
  CREATE TABLE aliases(
    owner BLOB NOT NULL, joined TEXT NOT NULL, words TEXT NOT NULL, how TEXT NOT NULL,
    PRIMARY KEY(owner, joined)) WITHOUT ROWID;
  CREATE INDEX aliases_joined ON aliases(joined);
  {_UNITS}
  CREATE VIRTUAL TABLE fts USING fts5({", ".join(COLUMNS)}, content='', tokenize='ascii');
"""
"""Makes an empty index."""

RESOLVED = "(SELECT article FROM names WHERE name = {name} ORDER BY alias, owner LIMIT 1)"
"""The article a key leads to: one that bears it now before one that bore it once, then the lesser id."""
