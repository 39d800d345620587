"""What people wrote down: postmortems and timelines in Markdown, lines that begin with times."""

from noblame.importers.base import Importer
from noblame.importers.papers import lines, postmortem

IMPORTERS: tuple[Importer, ...] = (postmortem.IMPORTER, lines.IMPORTER)
