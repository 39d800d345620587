"""Records as documents: `export` finds the format by name, a profile says what the document is like."""

from noblame.exporters.refusal import ExportRefused, UnknownProfile
from noblame.exporters.registry import EXPORTERS, TARGETS, Exporter, export

__all__ = ["EXPORTERS", "TARGETS", "ExportRefused", "Exporter", "UnknownProfile", "export"]
