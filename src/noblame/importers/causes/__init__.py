"""Causes as others draw them: fault trees in Open-PSA, and whys, fishbone, fault tree and nested lists in text."""

from noblame.importers.base import Importer
from noblame.importers.causes import drawn, trees_of_gates

IMPORTERS: tuple[Importer, ...] = (trees_of_gates.IMPORTER, *drawn.IMPORTERS)
