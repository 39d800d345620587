"""The grammar of the one line that everything is typed into."""
