// The environment as a program that is started gets it.
#pragma once

namespace ebb {

// What `posix_spawn` takes: `NAME=VALUE` of every variable, and a null.
char** whole_environment();

}  // namespace ebb
