"""What was changed and shipped: commits, deployments, releases, syncs."""

from noblame.importers.base import Importer
from noblame.importers.delivery import argocd, git_log, github

IMPORTERS: tuple[Importer, ...] = (git_log.IMPORTER, github.IMPORTER, argocd.IMPORTER)
