"""What machines wrote down: events of a cluster, logs of hosts, calls of an account, commands of people."""

from noblame.importers.base import Importer
from noblame.importers.logs import cloudtrail, journald, kubectl, kubernetes, shell_history, syslog

IMPORTERS: tuple[Importer, ...] = (
    kubernetes.IMPORTER, kubectl.IMPORTER, journald.IMPORTER, syslog.IMPORTER, cloudtrail.IMPORTER,
    shell_history.IMPORTER,
)  # fmt: skip
