"""What monitoring saw: alerts that fired and ended."""

from noblame.importers.base import Importer
from noblame.importers.monitoring import alertmanager, cloudwatch, grafana, newrelic

IMPORTERS: tuple[Importer, ...] = (
    alertmanager.IMPORTER, grafana.IMPORTER, grafana.LEGACY_IMPORTER, newrelic.IMPORTER, cloudwatch.IMPORTER,
)  # fmt: skip
