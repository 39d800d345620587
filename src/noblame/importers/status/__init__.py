"""What a status page told the public, and when."""

from noblame.importers.base import Importer
from noblame.importers.status import atom, slack_status, statuspage

IMPORTERS: tuple[Importer, ...] = (statuspage.IMPORTER, slack_status.IMPORTER, atom.IMPORTER)
