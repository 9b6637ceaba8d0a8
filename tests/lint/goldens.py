# Every format of the table has a folder of golden files in tests/formats: cases with an input for those that are read,
# the approved bytes for those that are written (a package is compared by reading it again).
import re

from lint import main, read

TABLE = "src/formats/formats.cpp"
ROW = re.compile(r'\{"([\w-]+)",\s*"[^"]*",\s*"(?:\\.|[^"\\])*",\s*(\w+),\s*(\w+),\s*(\w+)\s*\}')
PACKAGES = {"apkg", "colpkg"}


def check(root):
    rows = ROW.findall(read(root, TABLE))
    found = [] if rows else [f"{TABLE} has no rows that can be read"]
    for name, _, reads, writes in rows:
        folder = root / "tests/formats" / name
        if reads != "nullptr" and not any(path.stem == "input" for path in folder.glob("*/input*")):
            found.append(f"the format {name} is read, but there is no tests/formats/{name}/CASE/input")
        if writes != "nullptr" and name not in PACKAGES and not (folder / "written").is_file():
            found.append(f"the format {name} is written, but there is no tests/formats/{name}/written")
    return found


READ = '{"x-y", ".x", "a \\"quoted\\" word", sniff_x, read_x, nullptr},\n'
WRITTEN = '{"w", "", "only written",\n  sniff_nothing, nullptr, write_w},\n'
PLANTS = [
    ({TABLE: READ}, "the format x-y is read"),
    ({TABLE: READ, "tests/formats/x-y/case/expected.json": "{}"}, "the format x-y is read"),
    ({TABLE: WRITTEN}, "the format w is written"),
    ({TABLE: ""}, "has no rows"),
    ({TABLE: READ + WRITTEN, "tests/formats/x-y/case/input.x": "a", "tests/formats/w/written": "b"}, None),
]

if __name__ == "__main__":
    main(check, PLANTS)
