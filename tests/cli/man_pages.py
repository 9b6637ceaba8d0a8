#!/usr/bin/env python3
"""Every manual page passes mandoc's lint and says what the help says: man_pages.py EBB."""
import os
import re
import subprocess
import sys

EBB = sys.argv[1]
ENVIRONMENT = dict(os.environ, EBB_NOW="2026-11-25T09:00:00Z", TZ="UTC", LC_ALL="C.UTF-8")


def ebb(*words):
    return subprocess.run([EBB, *words], env=ENVIRONMENT, check=True, capture_output=True, text=True).stdout


def mandoc(page, *words):
    return subprocess.run(["mandoc", *words], input=page, capture_output=True, text=True, check=False)


def text_of(page):
    return re.sub(r".\x08", "", mandoc(page, "-Tascii").stdout)


def faults(name, page, told):
    # The pages of the verbs are there when they are installed; here they are not.
    lint = [line for line in mandoc(page, "-Tlint", "-Wstyle").stdout.split("\n")
            if line and "referenced manual not found" not in line and "lower case character" not in line]
    yield from (f"{name}: {line}" for line in lint)
    text = text_of(page) + text_of(ebb("help", "--man"))
    for option in re.findall(r"^  (?:-\w, )?(--[a-z-]+)", told, re.M):
        if option not in text:
            yield f"{name}: {option} is not in the page"


def main():
    verbs = re.findall(r"^  ([a-z]+) ", ebb("help").split("Topics")[0], re.M)
    found = list(faults("ebb", ebb("help", "--man"), ""))
    for verb in verbs:
        found += faults(verb, ebb("help", "--man", verb), ebb("help", verb))
    print(*found, sep="\n", end="")
    return 1 if found or len(verbs) < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
