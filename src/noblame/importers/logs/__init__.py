"""What machines wrote down: events of a cluster, logs of hosts, calls of an account."""

from noblame.importers.base import Importer
from noblame.importers.logs import cloudtrail, journald, kubectl, kubernetes, syslog

IMPORTERS: tuple[Importer, ...] = (
    kubernetes.IMPORTER, kubectl.IMPORTER, journald.IMPORTER, syslog.IMPORTER, cloudtrail.IMPORTER,
)  # fmt: skip
