"""Reading what other programs recorded: one module a format, found by content.

In order: `source.read_source` opens what the user named, `registry.read` finds the format and
reads it, `merging.into` adds the rows to a record. `preview` shows a reading before that. The
formats stand in packages by what they tell of: `chats`, `papers` (what people wrote down),
`paging`, `monitoring`, `status`, `platforms`, `delivery`, `logs`, `tables`; `times` reads what
all of them write as times. A new format is one module with an `Importer` and a line in the
`IMPORTERS` of its package.
"""
