"""``noblame merge``: three versions of a session become one; git calls it for files that two branches changed."""

import argparse
import sys
from pathlib import Path

from noblame.cli import exits
from noblame.cli.main import tell
from noblame.store.atomic import write_atomically
from noblame.store.codec import Codec, is_session, load, parse
from noblame.store.merge import merged
from noblame.store.reading import decode, read_bytes
from noblame.store.refusal import SessionRefused


def run(arguments: argparse.Namespace) -> int:
    """Merge entry by entry and field by field; what both sides changed is kept twice and counted, never a failure.

    A file that is refused is told before anything is written, so that git keeps the conflict for a person.
    """
    paths: tuple[Path, ...] = (arguments.base, arguments.ours, arguments.theirs)
    texts = [decode(read_bytes(path), path) for path in paths]
    for path, text in zip(paths[1:], texts[1:], strict=True):
        if text.strip() and not is_session(parse(text, path)):
            raise SessionRefused(
                f"{path}: is no session but another TOML file; merge it by hand and leave its name out of .gitattributes"
            )
    base, ours, theirs = map(load, texts, paths)
    both = merged(base, ours, theirs)
    content = Codec().dump(both.record).encode()
    if arguments.output is None or str(arguments.output) == "-":
        sys.stdout.buffer.write(content)
    else:
        write_atomically(arguments.output, content)
    if both.doubts:
        fields = "one field was" if both.doubts == 1 else f"{both.doubts} fields were"
        tell(f"{fields} changed on both sides; both versions are kept, /conflicts in the meeting lets you choose")
    return exits.DONE
