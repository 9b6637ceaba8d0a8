# No source file has more than 500 lines. Prints the ten longest and the median, to be seen before it hurts.
import statistics

from lint import files, main, read

LIMIT = 500


def lengths(root):
    paths = files(root, "src", "include", "tests", suffixes=(".cpp", ".hpp", ".py"))
    return sorted(((len(read(root, path).splitlines()), path) for path in paths), reverse=True)


def check(root):
    every = lengths(root)
    for count, path in every[:10]:
        print(f"{count:5} {path}")
    if every:
        print(f"{statistics.median(count for count, _ in every):5.0f} is the median of {len(every)} files")
    return [f"{path} has {count} lines, above {LIMIT}: two ideas?" for count, path in every if count > LIMIT]


PLANTS = [
    ({"src/core/a.cpp": "x\n" * 501}, "src/core/a.cpp has 501 lines"),
    ({"tests/core/a_test.cpp": "x\n" * 600}, "tests/core/a_test.cpp has 600 lines"),
    ({"include/ebb/core/a.hpp": "x\n" * 501}, "include/ebb/core/a.hpp"),
    ({"src/core/a.cpp": "x\n" * 500}, None),
]

if __name__ == "__main__":
    main(check, PLANTS)
