// The least that a program with our libraries can do: start, print a version, end.
#include <fmt/core.h>
#include <sqlite3.h>

int main() { fmt::print("hello {}\n", sqlite3_libversion()); }
