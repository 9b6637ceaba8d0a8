#!/usr/bin/env python3
"""A full disk, a read-only folder, a damaged file: a clear message, exit 4, and nothing changed.   disk.py PROGRAM

The full disk is a limit on file size, which needs no mount; read-only is tried where modes bind (not as root)."""
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1])
failures = []


def check(condition, what):
    if not condition:
        failures.append(what)


def environment(folder):
    return dict(os.environ, HOME=folder, XDG_DATA_HOME=folder, XDG_STATE_HOME=folder + "/state", TZ="UTC", LC_ALL="C.UTF-8")


def run(folder, *words, stdin=b"", limit=None):
    def before():
        if limit is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # the write fails instead of ending the program
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run([PROGRAM, *words], env=environment(folder), input=stdin, capture_output=True, preexec_fn=before)


def deck(count, answer="answer"):
    cards = [{"id": str(number), "question": f"question {number}", "answer": answer} for number in range(count)]
    return json.dumps({"format": "ebb-deck", "version": 1, "name": "disk", "cards": cards}).encode()


def picture(folder):
    return run(folder, "list", "--json").stdout


with tempfile.TemporaryDirectory(prefix="ebb-disk-") as top:
    home = top + "/full"
    os.makedirs(home)
    check(run(home, "import", "-", "--yes", stdin=deck(50)).returncode == 0, "the first import")
    before = picture(home)
    full = run(home, "import", "-", "--yes", stdin=deck(5000, "long " * 50), limit=300000)
    check(full.returncode == 4, f"an import on a full disk exits 4, not {full.returncode}: {full.stderr.decode()}")
    check(b"disk" in full.stderr or b"space" in full.stderr, f"the message names the disk: {full.stderr.decode()}")
    check(picture(home) == before, "a full disk changed the collection")
    check(run(home, "doctor").returncode == 0, "the doctor after a full disk")
    check(run(home, "import", "-", "--yes", stdin=deck(100)).returncode == 0, "an import once there is room")

    damaged = top + "/damaged"
    shutil.copytree(home, damaged)
    path = damaged + "/ebb/collection.db"
    with open(path, "r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 2)
    result = run(damaged, "doctor")
    check(result.returncode in (1, 4), f"the doctor of a damaged file exits {result.returncode}")
    check(b"damage" in result.stdout + result.stderr or b"malformed" in result.stdout + result.stderr,
          f"the doctor says damaged: {(result.stdout + result.stderr).decode()}")

    foreign = top + "/foreign"
    os.makedirs(foreign + "/ebb")
    with open(foreign + "/ebb/collection.db", "wb") as file:
        file.write(b"this is no database " * 500)
    result = run(foreign, "import", "-", "--yes", stdin=deck(3))
    check(result.returncode == 4, f"a file that is not ours: exit {result.returncode}")
    with open(foreign + "/ebb/collection.db", "rb") as file:
        check(file.read() == b"this is no database " * 500, "a file that is not ours was changed")

    if os.geteuid() != 0:
        os.chmod(home + "/ebb", 0o500)
        os.chmod(home + "/ebb/collection.db", 0o400)
        check(run(home, "list", "--json").returncode == 0, "reading a read-only collection")
        check(run(home, "import", "-", "--yes", stdin=deck(101)).returncode == 4, "writing a read-only collection")
        os.chmod(home + "/ebb", 0o700)

for failure in failures:
    print("FAILED:", failure)
print(f"{0 if failures else 1} passed, {len(failures)} failed")
sys.exit(1 if failures else 0)
