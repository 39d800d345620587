"""Tables with a column of times, whoever made them: delimited text and JSON lines."""

from noblame.importers.base import Importer
from noblame.importers.tables import delimited, json_lines

IMPORTERS: tuple[Importer, ...] = (delimited.IMPORTER, json_lines.IMPORTER)
