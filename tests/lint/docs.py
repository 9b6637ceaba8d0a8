# Every file that the documents name exists, and so does every `ebb COMMAND`.
import re
import subprocess

from lint import files, main, read

NAMES_FILES = re.compile(r"(?<![\w./~$-])((?:src|include|tests|docs|data|bench|packaging|cmake|\.ci)/[\w./-]*)")
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
CODE = re.compile(r"```.*?\n(.*?)```|`([^`\n]+)`", re.S)
COMMAND = re.compile(r"(?:^|[|;&(]|\$\s|\bwatch\s)\s*(?:\./)?ebb ([a-z][a-z-]*)", re.M)
PLACEHOLDER = re.compile(r"\b[A-Z]{2,}\b")


def documents(root):
    tops = [path for path in files(root, suffixes=(".md",)) if len(path.parts) == 1]
    return tops + files(root, "docs", suffixes=(".md",))


def named_files(text):
    for name in NAMES_FILES.findall(text):
        name = name.rstrip(".-")
        if not PLACEHOLDER.search(name):
            yield name


def commands_of(program):
    said = subprocess.run([program, "help"], capture_output=True, text=True, check=False).stdout
    return set(re.findall(r"^  ([a-z][a-z-]*)  ", said, re.M))


def missing_commands(text, known):
    code = "\n".join(block or span for block, span in CODE.findall(text))
    return sorted({name for name in COMMAND.findall(code) if name not in known})


def check(root, program=None, known=None):
    known = commands_of(program) if program else known
    found = []
    for document in documents(root):
        text = read(root, document)
        for name in sorted(set(named_files(text))):
            if not (root / name).exists():
                found.append(f"{document} names {name}, which does not exist")
        for link in LINK.findall(CODE.sub("", text)):  # in code it is an example
            if "://" not in link and not (root / document.parent / link).exists():
                found.append(f"{document} links to {link}, which does not exist")
        if known is not None:
            found += [f"{document} names `ebb {name}`, which is no command" for name in missing_commands(text, known)]
    return found


PLANTS = [
    ({"README.md": "see `src/core/gone.cpp`."}, "names src/core/gone.cpp"),
    ({"docs/a.md": "in data/decks/."}, "names data/decks/"),
    ({"CONTRIBUTING.md": "[here](docs/gone.md#top)"}, "links to docs/gone.md"),
    ({"docs/a.md": "[here](b.md)", "b.md": ""}, "links to b.md"),
    ({"README.md": "```\n$ ebb frobnicate x\n```\n"}, "`ebb frobnicate`"),
    ({"README.md": "type `ebb frobnicate`"}, "`ebb frobnicate`"),
    ({"README.md": "```sh\nls | ebb frobnicate -\n```\n"}, "`ebb frobnicate`"),
    (
        {
            "README.md": "Ebb is, ebb was: `src/core/a.cpp`, `src/formats/NAME.cpp`, [x](docs/a.md), `ebb review -n 3`.",
            "docs/a.md": "[up](../README.md) [web](https://example.org/x) `cp ebb there` `![a](a.png)`",
            "src/core/a.cpp": "",
        },
        None,
    ),
]

if __name__ == "__main__":
    main(check, PLANTS, planted=lambda root: check(root, known={"review", "help"}))
