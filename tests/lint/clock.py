# The clock, the environment, time zones and the terminal are each touched in one place.
import re

from lint import files, main, numbered, read, without_comments

ENVIRONMENT = "src/system/environment.cpp"
CALENDAR = "src/system/calendar.cpp"
TERMINAL = "src/tui/terminal/terminal.cpp"

# (what, pattern, the beginnings of the paths that may)
IN_CODE = [
    ("the clock", r"(?<![\w.>])time\s*\(\s*(?:nullptr|NULL|0|&\s*\w+)\s*\)", [ENVIRONMENT]),
    ("the clock", r"\b(?:clock_gettime|gettimeofday|timespec_get|std::clock)\b", [ENVIRONMENT]),
    ("the clock", r"\b(?:system|steady|high_resolution|utc|file)_clock::now\b", [ENVIRONMENT]),
    ("the environment", r"\b(?:secure_)?getenv\b|\benviron\b", [ENVIRONMENT]),
    ("the time zone", r"\b(?:localtime(?:_r)?|gmtime(?:_r)?|mktime|tzset|current_zone)\b", [CALENDAR]),
    ("the terminal", r"\b(?:tcsetattr|tcgetattr|cfmakeraw)\b", [TERMINAL]),
    ("the terminal", r"\b(?:isatty|TIOCGWINSZ)\b", [TERMINAL, "src/cli/"]),
]
IN_SQL = [("SQLite's own clock", r"'now'|\bCURRENT_(?:TIME|DATE|TIMESTAMP)\b|\bunixepoch\s*\(\s*\)", [])]


def faults(path, text, rules):
    for number, line in numbered(text):
        for what, pattern, allowed in rules:
            hit = re.search(pattern, line)
            if hit and not any(path.as_posix().startswith(place) for place in allowed):
                where = " or ".join(allowed) or "nowhere"
                yield f"{path}:{number}: {hit.group()} touches {what}, which belongs in {where}"


def check(root):
    found = []
    for path in files(root, "src", "include"):
        text = read(root, path)
        found += faults(path, without_comments(text), IN_CODE)
        found += faults(path, without_comments(text, strings=False), IN_SQL)
    for path in files(root, "src", "data", suffixes=(".sql", ".in")):
        found += faults(path, re.sub(r"--[^\n]*", "", read(root, path)), IN_SQL)
    return found


PLANTS = [
    ({"src/store/a.cpp": "auto t = std::time(nullptr);\n"}, "src/store/a.cpp:1"),
    ({"src/core/a.cpp": "\nauto t = time(&now);\n"}, "src/core/a.cpp:2"),
    ({"src/cli/a.cpp": "clock_gettime(CLOCK_REALTIME, &t);\n"}, "the clock"),
    ({"include/ebb/core/a.hpp": "gettimeofday(&t, 0);\n"}, "the clock"),
    ({"src/cli/a.cpp": "std::chrono::system_clock::now();\n"}, "the clock"),
    ({"src/tui/a.cpp": "std::chrono::steady_clock::now();\n"}, "the clock"),
    ({"src/cli/a.cpp": 'std::getenv("HOME");\n'}, "the environment"),
    ({"src/stats/a.cpp": "localtime_r(&t, &parts);\n"}, "the time zone"),
    ({"src/system/environment.cpp": "mktime(&parts);\n"}, "the time zone"),
    ({"src/tui/keys.cpp": "tcgetattr(0, &saved);\n"}, "the terminal"),
    ({"src/tui/a.cpp": "ioctl(1, TIOCGWINSZ, &size);\n"}, "the terminal"),
    ({"src/tui/keys.cpp": "isatty(0);\n"}, "the terminal"),
    ({"src/store/a.cpp": "auto sql = \"SELECT datetime('now')\";\n"}, "SQLite's own clock"),
    ({"data/schema.sql": "at INTEGER DEFAULT CURRENT_TIMESTAMP\n"}, "SQLite's own clock"),
    (
        {
            "src/system/environment.cpp": "getenv(x); std::chrono::steady_clock::now();\n",
            "src/system/calendar.cpp": "localtime_r(&t, &parts); tzset();\n",
            "src/tui/terminal/terminal.cpp": "tcsetattr(0, 0, &t); isatty(1);\n",
            "src/cli/a.cpp": "isatty(1); local_time(at); today.time(0); // getenv\n",
            "src/core/a.cpp": '/* time(nullptr) */ auto s = "getenv"; clock();\n',
        },
        None,
    ),
]

if __name__ == "__main__":
    main(check, PLANTS)
