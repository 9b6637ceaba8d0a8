# What the lints share: walking the tree, and running over it or over planted trees that they must fault.
import argparse
import re
import sys
import tempfile
from pathlib import Path

LEFT_OUT = {".git", "build", "__pycache__"}


def files(root, *folders, suffixes=(".cpp", ".hpp")):
    """Paths below these folders (the whole tree without any), relative to the root, sorted."""
    found = []
    for folder in folders or ["."]:
        for path in sorted((root / folder).rglob("*")):
            inside = path.relative_to(root)
            if path.is_file() and path.suffix in suffixes and not LEFT_OUT & set(inside.parts):
                found.append(inside)
    return found


def read(root, path):
    return (root / path).read_text(encoding="utf-8", errors="replace")


def without_comments(text, strings=True):
    """The code alone: comments and, if asked, the insides of strings are blanked; lines stay where they are."""
    pattern = r'R"(\w*)\((?:.|\n)*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'|//[^\n]*|/\*(?:.|\n)*?\*/'

    def blank(match):
        found = match.group()
        if not found.startswith("/") and not strings:
            return found
        return re.sub(r"[^\n]", " ", found)

    return re.sub(pattern, blank, text)


def numbered(text):
    return enumerate(text.splitlines(), start=1)


def plant(root, tree):
    for name, text in tree.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def prove(check, plants):
    """Each plant is (tree, words of the finding it must lead to; None: it must lead to none)."""
    wrong = 0
    for tree, expected in plants:
        with tempfile.TemporaryDirectory() as folder:
            plant(Path(folder), tree)
            found = check(Path(folder))
        good = any(expected in line for line in found) if expected else not found
        if not good:
            wrong += 1
            print(f"planted {list(tree)}: wanted {expected!r}, got {found}")
    print(f"{len(plants) - wrong} of {len(plants)} plants told apart")
    return 1 if wrong or not plants else 0


def main(check, plants, planted=None):
    """`NAME.py ROOT [--ebb PROGRAM]` checks a tree; `NAME.py --self-test` proves that the check can fail."""
    parser = argparse.ArgumentParser()
    parser.add_argument("root", nargs="?", type=Path)
    parser.add_argument("--ebb", help="the built program")
    parser.add_argument("--self-test", action="store_true")
    given = parser.parse_args()
    if given.self_test:
        sys.exit(prove(planted or check, plants))
    found = check(given.root, given.ebb) if given.ebb else check(given.root)
    for line in found:
        print(line)
    sys.exit(1 if found else 0)
