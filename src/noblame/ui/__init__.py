"""The Textual program. Importing this package alone imports no Textual."""
