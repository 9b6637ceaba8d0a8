#!/usr/bin/env python3
"""Runs transcripts of ebb and compares: transcript.py [--approve] EBB FILE.test… The form is in tests/cli/README.md.
--approve writes what the program prints into the files instead."""
import difflib
import os
import re
import subprocess
import sys
import tempfile

FIXED = {"EBB_NOW": "2026-11-25T09:00:00Z", "TZ": "UTC", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "dumb"}


class Step:
    """One command, with the lines of the transcript that are its expected result."""

    def __init__(self, command):
        self.command = command
        self.expected = []


def parse(path):
    """The transcript as a list of: text lines, ('file', name, lines), Step."""
    parts, block = [], None
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    while lines and not lines[-1]:
        lines.pop()
    for line in lines:
        if line.startswith("$ "):
            block = Step(line[2:])
            parts.append(block)
        elif line.startswith("file "):
            block = ("file", line[5:], [])
            parts.append(block)
        elif line.startswith("#"):
            block = None
            parts.append(line)
        elif block is None or line and line[:2] not in ("  ", "! ", "? "):
            if line:
                sys.exit(f"{path}: not a line of a transcript: {line!r}")
            parts.append(line)
        elif isinstance(block, Step):
            block.expected.append(line)
        else:
            block[2].append(line[2:])
    return parts


def trimmed(lines):
    """Without blank lines at the end: they part the commands of a transcript."""
    lines = [line.rstrip() for line in lines]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def steady(text, folder):
    """Replaces what differs from run to run."""
    home = os.path.join(os.path.dirname(folder), "home")
    text = text.replace(os.path.realpath(home), "{home}").replace(home, "{home}")
    text = text.replace(os.path.realpath(folder), "{folder}").replace(folder, "{folder}")
    return re.sub(r"\b[0-9a-f]{8}(?:[0-9a-f]{24})?:(\d+)", r"{device}:\1", text)


def run(step, folder, environment):
    done = subprocess.run(["sh", "-c", step.command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=60, check=False)
    out = steady(done.stdout.decode("utf-8", "backslashreplace"), folder)
    err = steady(done.stderr.decode("utf-8", "backslashreplace"), folder)
    lines = ["  " + line for line in trimmed(out.split("\n"))]
    lines += ["! " + line for line in trimmed(err.split("\n"))]
    if done.returncode:
        lines.append(f"? {done.returncode}")
    return trimmed(lines)


def play(path, ebb):
    """Runs a transcript; gives the text it should have been, and whether anything differed."""
    out, different = [], False
    with tempfile.TemporaryDirectory() as scratch:
        home, folder, programs = (os.path.join(scratch, name) for name in ("home", "work", "bin"))
        for made in (home, folder, programs):
            os.mkdir(made)
        os.symlink(os.path.realpath(ebb), os.path.join(programs, "ebb"))
        environment = dict(FIXED, HOME=home, TMPDIR=scratch)
        environment["PATH"] = programs + ":" + FIXED["PATH"]
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "GCOV_PREFIX"):
            if name in os.environ:
                environment[name] = os.environ[name]
        for part in parse(path):
            if isinstance(part, str):
                out.append(part)
            elif isinstance(part, tuple):
                body = trimmed(part[2])
                with open(os.path.join(folder, part[1]), "w", encoding="utf-8") as file:
                    file.write("\n".join(body) + "\n")
                out += ["file " + part[1]] + [("  " + line).rstrip() for line in body] + [""]
            else:
                got = run(part, folder, environment)
                different = different or got != trimmed(part.expected)
                out += ["$ " + part.command] + got + [""]
    while out and not out[-1]:
        out.pop()
    return "\n".join(out) + "\n", different


def main(arguments):
    approve = "--approve" in arguments
    ebb, *paths = [word for word in arguments if word != "--approve"]
    failed = False
    for path in paths:
        text, different = play(path, ebb)
        with open(path, encoding="utf-8") as file:
            before = file.read()
        if approve:
            if text != before:
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text)
                print(f"approved {path}")
        elif different:
            failed = True
            sys.stdout.writelines(difflib.unified_diff(before.splitlines(True), text.splitlines(True), path, "now"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
