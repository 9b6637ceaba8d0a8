# Includes follow the layers (docs/architecture.md), and third-party headers stay where they may be.
import re

from lint import files, main, read

BELOW = {
    "core": [],
    "text": ["core"],
    "markup": ["core", "text"],
    "ask": ["core", "text", "markup"],
    "sqlite": ["core"],
    "system": ["core"],
    "schedule": ["core"],
    "stats": ["core"],
    "train": ["core", "schedule"],
    "simulate": ["core", "schedule"],
    "store": ["core", "sqlite", "text"],
    "formats": ["core", "sqlite", "text"],
    "tui": ["core", "text", "markup", "ask", "stats", "store"],
    "cli": ["core", "text", "markup", "ask", "sqlite", "system", "schedule", "train", "simulate", "stats", "store", "formats", "tui"],
    "main": ["cli", "core", "text"],
}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def layer_of(path):
    parts = path.parts[2:] if path.parts[0] == "include" else path.parts[1:]
    return parts[0] if len(parts) > 1 else "main"


def own_header(layer, included):
    """Why a file of this layer may not include one of ours; nothing if it may."""
    public = included.startswith("ebb/")
    other = included.split("/")[1 if public else 0]
    if other == layer:
        return None
    if not public:
        return f"{other} keeps this header to itself"
    if other not in BELOW[layer]:
        return f"{layer} may not know {other}"
    return None


def outside_header(path, layer, included):
    """Why a file may not include one that is not ours; nothing if it may."""
    foreign = "/" in included or included.endswith(".h")
    system = included.startswith("sys/") or included in ("unistd.h", "fcntl.h", "signal.h", "termios.h")
    if path.parts[0] == "include" and foreign:
        return "contracts include the standard library only"
    if layer == "core" and foreign:
        return "core includes the standard library only"
    if included == "sqlite3.h" and layer != "sqlite":
        return "only the sqlite layer knows SQLite"
    if included.startswith("nlohmann/") and path.suffix != ".cpp":
        return "JSON is parsed in .cpp files: it is slow to compile"
    if foreign and not system and path.suffix == ".hpp" and included.startswith("CLI/"):
        return "CLI11 belongs in one .cpp"
    return None


def check(root):
    found = []
    with_cli11 = []
    for path in files(root, "src", "include"):
        layer = layer_of(path)
        if layer not in BELOW:
            found.append(f"{path}: {layer} is not a layer")
            continue
        for bracket, included in INCLUDE.findall(read(root, path)):
            ours = bracket == '"'
            why = own_header(layer, included) if ours else outside_header(path, layer, included)
            if why:
                found.append(f"{path} includes {included}: {why}")
            if included.startswith("CLI/"):
                with_cli11.append(str(path))
    if len(set(with_cli11)) > 1 or (not with_cli11 and (root / "src/cli").is_dir()):
        found.append(f"CLI11 is included in {len(set(with_cli11))} files, not in one: {sorted(set(with_cli11))}")
    return found


PLANTS = [
    ({"src/core/a.cpp": '#include "ebb/store/x.hpp"\n'}, "core may not know store"),
    ({"src/store/a.cpp": '#include "ebb/system/x.hpp"\n'}, "store may not know system"),
    ({"include/ebb/stats/a.hpp": '#include "ebb/text/x.hpp"\n'}, "stats may not know text"),
    ({"src/tui/a.cpp": '#include "store/x.hpp"\n'}, "keeps this header to itself"),
    ({"include/ebb/store/a.hpp": "#include <nlohmann/json.hpp>\n"}, "standard library only"),
    ({"include/ebb/core/a.hpp": "#include <sqlite3.h>\n"}, "standard library only"),
    ({"src/core/a.cpp": "#include <fmt/format.h>\n"}, "core includes the standard library only"),
    ({"src/store/a.cpp": "#include <sqlite3.h>\n"}, "only the sqlite layer"),
    ({"src/formats/a.hpp": "#include <nlohmann/json.hpp>\n"}, "in .cpp files"),
    ({"src/cli/a.cpp": "#include <CLI/CLI.hpp>\n", "src/cli/b.cpp": "#include <CLI/App.hpp>\n"}, "in 2 files"),
    ({"src/cli/a.cpp": "#include <string>\n"}, "in 0 files"),
    ({"src/main.cpp": '#include "ebb/store/x.hpp"\n'}, "main may not know store"),
    ({"src/extra/a.cpp": "#include <string>\n"}, "extra is not a layer"),
    (
        {
            "src/main.cpp": '#include "ebb/cli/cli.hpp"\n',
            "src/cli/a.cpp": '#include <CLI/CLI.hpp>\n#include "cli/b.hpp"\n#include "ebb/tui/x.hpp"\n',
            "src/sqlite/a.cpp": "#include <sqlite3.h>\n#include <fmt/format.h>\n",
            "include/ebb/store/a.hpp": '#include <string>\n#include "ebb/core/x.hpp"\n',
        },
        None,
    ),
]

if __name__ == "__main__":
    main(check, PLANTS)
