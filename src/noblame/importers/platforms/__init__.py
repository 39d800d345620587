"""What incident platforms recorded: declared, changed, joined, mitigated, closed."""

from noblame.importers.base import Importer
from noblame.importers.platforms import aws_incidents, dispatch, firehydrant, incidentio, rootly

IMPORTERS: tuple[Importer, ...] = (
    incidentio.IMPORTER, firehydrant.IMPORTER, rootly.IMPORTER, aws_incidents.IMPORTER, dispatch.IMPORTER,
    dispatch.TABLE_IMPORTER,
)  # fmt: skip
