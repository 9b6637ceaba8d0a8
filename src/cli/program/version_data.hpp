// The versions that this program was built with.
#pragma once

namespace ebb {

extern const char* const program_version;
extern const char* const sqlite_built_version;
extern const char* const sodium_built_version;
extern const char* const utf8proc_built_version;
extern const char* const fmt_built_version;
extern const char* const cli11_built_version;
extern const char* const json_built_version;

}  // namespace ebb
