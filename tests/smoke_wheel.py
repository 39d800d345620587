"""What an installed noblame must do far from its checkout. Usage: smoke_wheel.py PATH_TO_NOBLAME."""

import json
import os
import pty
import select
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyte

noblame = sys.argv[1]
os.environ.pop("NOBLAME_DIR", None)


def run(*words: str, code: int = 0) -> str:
    done = subprocess.run([noblame, *words], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode != code:
        sys.exit(f"noblame {' '.join(words)}: exit {done.returncode}, not {code}\n{done.stderr}")
    return done.stdout


def demo() -> None:
    """Open the example in a terminal, look for the title, leave."""
    screen = pyte.Screen(124, 36)
    stream = pyte.ByteStream(screen)
    process, terminal = pty.fork()
    if process == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS="124", LINES="36")
        os.execv(noblame, [noblame, "demo"])
    deadline, seen, left = time.monotonic() + 60, False, False
    while time.monotonic() < deadline:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                stream.feed(os.read(terminal, 65536))
            except OSError:
                break
        if not seen and any("1 Opening" in line for line in screen.display):
            seen = True
        elif seen and not left and any("Read aloud" in line for line in screen.display):
            left = True
            os.write(terminal, b"\x11")
    status = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    if not (seen and left and status == 0):
        sys.exit(f"noblame demo: seen {seen}, left {left}, exit {status}\n" + "\n".join(screen.display))


with tempfile.TemporaryDirectory() as folder:
    assert run("--version").startswith("noblame ")
    path = run("--dir", folder, "new", "Smoke in the mail room", "--no-open").strip()
    assert run("add", path, "14:31 alert fires #detected").strip() == "e1"
    assert "14:31" in run("export", path)
    assert json.loads(run("show", path, "--json"))["events"][0]["kind"] == "detected"
    assert json.loads(run("schema"))["title"] == "noblame session"
    run("show", str(Path(folder) / "nothing.toml"), code=3)
    run("open", path, code=2)
    demo()
