"""Does the document add up: its story, its claims, its causes and its promises held against each other."""
