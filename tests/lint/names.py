# A type's name is declared in one header only: two of one name in namespace ebb are one type to the linker, which takes
# the destructor of either. (Types inside anonymous namespaces and inside other types may repeat.)
import re
from collections import defaultdict

from lint import files, main, numbered, read, without_comments

DECLARED = re.compile(r"^(?:template <[^>]*>\s*)?(?:class|struct|enum class|enum|union) (?:alignas\(\d+\) )?(\w+)(?!\w*::)[^;]*$")


def check(root):
    places = defaultdict(set)
    for path in files(root, "src", "include", suffixes=(".hpp",)):
        for _, line in numbered(without_comments(read(root, path))):
            if match := DECLARED.match(line):
                places[match.group(1)].add(str(path))
    return [f"the type {name} is declared in {' and '.join(sorted(where))}" for name, where in sorted(places.items()) if len(where) > 1]


PLANTS = [
    ({"src/tui/a.hpp": "struct Page {\n};\n", "src/formats/b.hpp": "class Page {\n};\n"}, "the type Page is declared in"),
    ({"src/tui/a.hpp": "struct Page {\n};\n", "src/formats/b.hpp": "class Page;\nstruct Other {\n  struct Page {\n  };\n};\n"}, None),
]

if __name__ == "__main__":
    main(check, PLANTS)
