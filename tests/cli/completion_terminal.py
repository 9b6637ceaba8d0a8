#!/usr/bin/env python3
"""Completions in the real bash, zsh and fish, at a terminal: completion_terminal.py EBB."""
import fcntl
import json
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import time

EBB = os.path.realpath(sys.argv[1])
SCRATCH = tempfile.mkdtemp()
HOME, WORK, BIN = (os.path.join(SCRATCH, name) for name in ("home", "work", "bin"))
for folder in (HOME, WORK, BIN):
    os.mkdir(folder)
os.symlink(EBB, os.path.join(BIN, "ebb"))
ENVIRONMENT = dict(HOME=HOME, PATH=BIN + ":/usr/bin:/bin", TERM="xterm", LC_ALL="C.UTF-8",
                   EBB_NOW="2026-11-25T09:00:00Z", TZ="UTC")
ENVIRONMENT.update({k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")})
NASTY = "$(touch x) 'y"
failed = 0


def expect(what, condition, seen=""):
    global failed
    if not condition:
        failed += 1
        print(f"failed: {what}\n  {seen!r}")


class Shell:
    """An interactive shell with its completions loaded."""

    def __init__(self, command, setup):
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, cwd=WORK, env=ENVIRONMENT,
                                        start_new_session=True, preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0))
        os.close(slave)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 240, 0, 0))
        self.type(setup + "; echo READ''Y\r")
        self.until("READY")

    def type(self, text):
        os.write(self.master, text.encode())

    def read(self, seconds):
        """What comes until nothing more does for so long."""
        out = b""
        while select.select([self.master], [], [], seconds)[0]:
            try:
                out += os.read(self.master, 65536)
            except OSError:
                break
        return out.decode(errors="replace")

    def until(self, text, most=60):
        """Reads until the text was seen; gives what was."""
        out, end = "", time.monotonic() + most
        while text not in out and time.monotonic() < end:
            out += self.read(0.1)
        if text not in out:
            print(f"never seen: {text!r} in {out!r}")
        return out

    def completed(self, line):
        """The words of the command that `line` and Tab make: an argument list, told by a program in ebb's place."""
        self.type(f"{line}\t")
        self.read(0.2)  # the key waits in the terminal if the shell is not done
        self.type("\r")
        out = self.until("NWOHS")
        return self.words(out)

    @staticmethod
    def words(out):
        """What `shown` told of its arguments, else all that was seen."""
        found = re.search(r"SHOWN(.*?)NWOHS", out, re.S)
        try:
            return json.loads(found.group(1)) if found else out
        except ValueError:
            return out

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.master)


def prepare():
    """A collection with a deck of a nasty name, and `show`, which prints its arguments."""
    deck = {"format": "ebb-deck", "version": 1, "name": NASTY,
            "cards": [{"id": "1", "question": "q", "answer": "a", "tags": ["gram::verbs"]}]}
    for name, content in (("nasty.json", deck), ("plain.json", dict(deck, name="es::verbs"))):
        with open(os.path.join(WORK, name), "w", encoding="utf-8") as file:
            json.dump(content, file)
        subprocess.run([os.path.join(BIN, "ebb"), "-q", "import", name], cwd=WORK, env=ENVIRONMENT, check=True)
    with open(os.path.join(BIN, "shown"), "w", encoding="utf-8") as file:
        file.write("#!/usr/bin/env python3\nimport json, sys\nprint('SHOWN' + json.dumps(sys.argv[1:]) + 'NWOHS')\n")
    os.chmod(os.path.join(BIN, "shown"), 0o755)
    with open(os.path.join(BIN, "ebb-front"), "w", encoding="utf-8") as file:  # completes as ebb, shows what it gets
        file.write(f'#!/bin/sh\nif [ "$1" = complete ]; then exec {EBB} "$@"; fi\nexec shown "$@"\n')
    os.chmod(os.path.join(BIN, "ebb-front"), 0o755)
    os.unlink(os.path.join(BIN, "ebb"))
    os.symlink("ebb-front", os.path.join(BIN, "ebb"))
    for shell in ("bash", "zsh", "fish"):
        with open(os.path.join(SCRATCH, shell), "w", encoding="utf-8") as file:
            file.write(subprocess.run([EBB, "completion", shell], env=ENVIRONMENT, check=True, capture_output=True,
                                      text=True).stdout)


SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"], f"PS1='> '; bind 'set bell-style none'; . {SCRATCH}/bash"),
    "zsh": (["zsh", "-f", "-i"], f"PS1='> '; unsetopt beep; autoload -U compinit; compinit -u -D; . {SCRATCH}/zsh"),
    "fish": (["fish", "--no-config", "-i"], f"function fish_prompt; echo '> '; end; source {SCRATCH}/fish"),
}
CASES = [
    ("a verb", "ebb rev", ["review"]),
    ("an option", "ebb review --no-pre", ["review", "--no-preview"]),
    ("the words of an option", "ebb review --order ran", ["review", "--order", "random"]),
    ("a deck after an option", "ebb review -d es", ["review", "-d", "es::verbs"]),
    ("a deck in a filter", "ebb review deck:es", ["review", "deck:es::verbs"]),
    ("a deck past a colon", "ebb review deck:es::v", ["review", "deck:es::verbs"]),
    ("a tag", "ebb review tag:gra", ["review", "tag:gram::verbs"]),
    ("a deck that would be a command", "ebb review deck:\\$", ["review", "deck:" + NASTY]),
    ("the same after an option", "ebb review -d \\$", ["review", "-d", NASTY]),
    ("a file", "ebb import pla", ["import", "plain.json"]),
    ("a key of the configuration", "ebb config set review.gr", ["config", "set", "review.grades"]),
    ("a deck after a verb's own verb", "ebb deck show es", ["deck", "show", "es::verbs"]),
    ("a shell", "ebb completion fi", ["completion", "fish"]),
    ("a topic of help", "ebb help exit", ["help", "exit-codes"]),
]
QUOTED = [
    ("in double quotes", 'ebb review "deck:es', ["review", "deck:es::verbs"]),
    ("a command in single quotes", "ebb review 'deck:$", ["review", "deck:" + NASTY]),
]


def main():
    prepare()
    for name, (command, setup) in SHELLS.items():
        if shutil.which(command[0]) is None:
            expect(f"{name} is installed", False)
            continue
        shell = Shell(command, setup)
        for what, line, words in CASES:
            seen = shell.completed(line)
            expect(f"{name}: {what}", seen == words, seen)
        for what, line, words in QUOTED if name == "bash" else []:  # readline closes the quote
            seen = shell.completed(line)
            expect(f"{name}: {what}", seen == words, seen)
        shell.close()
    expect("nothing was run", not os.path.exists(os.path.join(WORK, "x")))
    shutil.rmtree(SCRATCH)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
