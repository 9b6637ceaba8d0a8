# The version is the same in CMakeLists.txt, at the top of CHANGELOG.md and in what the program says.
import re
import subprocess

from lint import main, read


def first(pattern, text):
    hit = re.search(pattern, text, re.M)
    return hit.group(1) if hit else None


def said_by(program):
    said = subprocess.run([program, "version"], capture_output=True, text=True, check=False).stdout
    return first(r"(\d+\.\d+\.\d+)", said)


def check(root, program=None):
    versions = {
        "CMakeLists.txt": first(r"project\(ebb VERSION ([\d.]+)", read(root, "CMakeLists.txt")),
        "CHANGELOG.md": first(r"^## \[?(\d[\d.]*)", read(root, "CHANGELOG.md")),
    }
    if program:
        versions["ebb version"] = said_by(program)
    if None in versions.values() or len(set(versions.values())) != 1:
        return [f"{place} says {version}" for place, version in versions.items()]
    return []


CMAKE = "project(ebb VERSION 1.2.3 LANGUAGES CXX)\n"
PLANTS = [
    ({"CMakeLists.txt": CMAKE, "CHANGELOG.md": "# Changes\n## 1.2.2 (old)\n## 1.2.3\n"}, "CHANGELOG.md says 1.2.2"),
    ({"CMakeLists.txt": CMAKE, "CHANGELOG.md": "# Changes\n"}, "CHANGELOG.md says None"),
    ({"CMakeLists.txt": CMAKE, "CHANGELOG.md": "# Changes\n\n## 1.2.3 (2026-01-01)\n\n## 1.2.2\n"}, None),
]

if __name__ == "__main__":
    main(check, PLANTS)
