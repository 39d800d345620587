"""What paging services recorded: who was woken, who took it, how it went on."""

from noblame.importers.base import Importer
from noblame.importers.paging import opsgenie, pagerduty, squadcast, victorops

IMPORTERS: tuple[Importer, ...] = (pagerduty.IMPORTER, opsgenie.IMPORTER, victorops.IMPORTER, squadcast.IMPORTER)
