"""The records: articles, quotes, names, dates and citation keys, as frozen values."""
