"""The meeting screen and the pages that lie over it."""
