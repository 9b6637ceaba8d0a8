# Every file opens with one to three lines that say what is here (a test, with its usage, six at most); every public
# declaration has a /// contract.
import re

from lint import files, main, read

# What needs no contract of its own: its type's covers it, or its name says it all.
PLAIN = re.compile(r"^(?:~|explicit\b|virtual ~|friend\b|template\b|namespace\b|#|\}|\{)|^(?:class|struct) \w+;|=\s*(?:default|delete);|\boperator\b")
DECLARES = re.compile(r"^(?:struct|class|enum|using|inline|constexpr|\[\[nodiscard\]\]|[\w:<>,&*\s]+\()")


def opening(text):
    """How many lines of comment (or docstring) a file opens with; a `#!` line is not counted."""
    docstring = re.match(r'(?:#!.*\n)?"""(?:.|\n)*?"""', text)
    if docstring:
        return docstring.group().strip().count("\n") + 1 - text.startswith("#!")
    lines = [line for line in text.splitlines() if not line.startswith("#!")]
    count = 0
    while count < len(lines) and re.match(r"//|# |/\*", lines[count]):
        count += 1
    return count


def statements(text):
    """(number, first line, whether a /// stands before or after it) of each declaration outside private parts."""
    fresh = True  # whether the next line of code begins a declaration
    contract = False
    private = None  # how far the label of the private part is indented
    for number, line in enumerate(text.splitlines(), start=1):
        code = line.split("//")[0].strip()
        if line.strip().startswith("///"):
            contract = True
        elif code in ("private:", "protected:"):
            private = len(line) - len(line.lstrip())
        elif code == "public:":
            private = None
        elif code:
            if private is not None and code.startswith("}") and len(line) - len(line.lstrip()) < private:
                private = None
            if fresh and private is None:
                yield number, code, contract or "///" in line
            # A line of a group right under a documented one shares its contract: only a blank line ends it.
            fresh = code.endswith((";", "{", "}", ":"))
        else:
            contract = False


def undocumented(text):
    for number, code, contract in statements(text):
        if not contract and DECLARES.match(code) and not PLAIN.search(code) and not code.startswith("return"):
            yield number, code


def check(root):
    found = []
    every = files(root, "src", "include", "tests", "bench", "packaging", suffixes=(".cpp", ".hpp", ".py", ".sh"))
    for path in every:
        count = opening(read(root, path))
        most = 3 if path.parts[0] in ("src", "include") else 6
        if not 1 <= count <= most:
            found.append(f"{path} opens with {count} lines of comment, not one to {most}")
    for path in files(root, "include"):
        for number, code in undocumented(read(root, path)):
            found.append(f"{path}:{number}: no /// contract: {code}")
    return found


TOP = "// What is here.\n#pragma once\nnamespace ebb {\n\n"
PLANTS = [
    ({"src/core/a.cpp": "#include <string>\n"}, "opens with 0 lines"),
    ({"src/core/a.cpp": "// a\n// b\n// c\n// d\n"}, "opens with 4 lines"),
    ({"tests/core/a_test.cpp": "// a\n" * 7}, "opens with 7 lines"),
    ({"tests/lint/a.py": "import re\n"}, "opens with 0 lines"),
    ({"include/ebb/core/a.hpp": TOP + "int day_number(Day day);\n}\n"}, "a.hpp:5: no /// contract: int day_number"),
    ({"include/ebb/core/a.hpp": TOP + "struct Card {\n  int id;  ///< x\n};\n}\n"}, "no /// contract: struct Card"),
    (
        {"include/ebb/core/a.hpp": TOP + "/// A card.\nclass Card {\n public:\n\n  int due() const;\n};\n}\n"},
        "no /// contract: int due",
    ),
    (
        {
            "packaging/a.sh": "#!/bin/sh\n# Does it.\n",
            "tests/e2e/a.py": '#!/usr/bin/python3\n"""Does it,\nand well."""\nimport re\n',
            "include/ebb/core/a.hpp": TOP
            + "/// A card.\nclass Card {\n public:\n  virtual ~Card() = default;\n  /// When.\n  int due(int a,\n"
            + "          int b) const;\n\n private:\n  int secret();\n};\n/// The day.\nint day();\n}\n",
        },
        None,
    ),
]

if __name__ == "__main__":
    main(check, PLANTS)
