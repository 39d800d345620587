"""Edits as named functions from a record to a record; each touches as little as it can."""
