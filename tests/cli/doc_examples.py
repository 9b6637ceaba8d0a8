#!/usr/bin/env python3
"""Runs every example of the documents: the ```console blocks of README.md and docs/. doc_examples.py [--show] EBB ROOT

A block is a terminal: `$ ` a command, `> ` its next line, everything else what it prints. A line `…` stands for any
lines, `…` in a line for any text. The blocks of a file share a folder and a home; the clock stands still. --show prints
what the commands print instead of comparing."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

FIXED = {"EBB_NOW": "2026-11-25T09:00:00Z", "TZ": "UTC", "LC_ALL": "C.UTF-8", "TERM": "dumb"}


def blocks(text):
    """(line, commands with their expected lines) of each console block."""
    for block in re.finditer(r"^```console\n(.*?)^```", text, re.M | re.S):
        line = text.count("\n", 0, block.start()) + 2
        steps = []
        for offset, one in enumerate(block.group(1).split("\n")[:-1]):
            if one.startswith("$ "):
                steps.append((line + offset, [one[2:]], []))
            elif one.startswith("> ") and steps and not steps[-1][2]:
                steps[-1][1].append(one[2:])
            elif steps:
                steps[-1][2].append(one)
        yield from steps


def matches(wanted, got):
    """Whether what was printed is what the document says."""
    pattern = ""
    for line in wanted:
        if line.strip() == "…":
            pattern += r"(?:.*\n)*?"
        else:
            pattern += ".*".join(re.escape(part) for part in line.rstrip().split("…")) + r"[ \t]*\n"
    return re.fullmatch(pattern, got) is not None


def play(path, ebb, show):
    faults = 0
    with tempfile.TemporaryDirectory() as scratch:
        home, work, programs = (os.path.join(scratch, name) for name in ("home", "work", "bin"))
        for folder in (home, work, programs):
            os.mkdir(folder)
        os.symlink(os.path.realpath(ebb), os.path.join(programs, "ebb"))
        environment = dict(FIXED, HOME=home, PATH=programs + ":/usr/bin:/bin", TMPDIR=scratch)
        environment.update({k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")})
        for line, command, wanted in blocks(path.read_text(encoding="utf-8")):
            done = subprocess.run(["sh", "-c", "\n".join(command)], cwd=work, env=environment, timeout=120,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
            got = done.stdout.decode("utf-8", "backslashreplace").replace(home, "~")
            got = got if got.endswith("\n") or not got else got + "\n"
            while wanted and not wanted[-1].strip():
                wanted.pop()
            got = got.rstrip("\n") + "\n" if got.strip() else ""
            if show:
                print("$ " + "\n> ".join(command) + "\n" + got, end="")
            elif not matches(wanted, got):
                faults += 1
                print(f"{path}:{line}: `{command[0]}` prints\n{got}---")
    return faults


def main():
    words = [word for word in sys.argv[1:] if word != "--show"]
    ebb, *paths = words
    found = [pathlib.Path(path) for path in paths]
    if len(found) == 1 and found[0].is_dir():
        found = [found[0] / "README.md", *sorted((found[0] / "docs").glob("*.md"))]
    faults = [play(path, ebb, "--show" in sys.argv) for path in found]
    return 1 if any(faults) else 0


if __name__ == "__main__":
    sys.exit(main())
