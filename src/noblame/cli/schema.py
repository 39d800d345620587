"""``noblame schema``: what a session file may hold."""

import argparse
import json
import sys

from noblame.cli import exits
from noblame.model import Record
from noblame.store.codec import SCHEMA


def run(arguments: argparse.Namespace) -> int:  # noqa: ARG001
    """Print the JSON Schema of the session file."""
    tree = Record.model_json_schema()
    tree["title"] = "noblame session"
    tree["properties"] = {"schema": {"type": "integer", "const": SCHEMA, "default": SCHEMA}, **tree["properties"]}
    sys.stdout.write(json.dumps(tree, indent=2) + "\n")
    return exits.DONE
