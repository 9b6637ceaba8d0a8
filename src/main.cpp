// The program: words in, exit code out. Everything that cannot go on ends here, as one line on stderr.
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "ebb/cli/cli.hpp"
#include "ebb/core/error.hpp"
#include "ebb/text/screen_text.hpp"

namespace {

int fail(const std::string& text, ebb::Exit exit) {
  std::fflush(stdout);
  std::fprintf(stderr, "ebb: %s\n", ebb::screen_text(text).c_str());
  return static_cast<int>(exit);
}

}  // namespace

int main(int count, char** words) {
  try {
    return ebb::run_command_line({words + (count > 0 ? 1 : 0), words + count});
  } catch (const ebb::Error& error) {
    return fail(error.what(), error.exit());
  } catch (const std::bad_alloc&) {
    return fail("There is not enough memory. Nothing was saved by this step.", ebb::Exit::store);
  } catch (const std::exception& error) {
    return fail(std::string("This should not have happened: ") + error.what() + ". Please report it.",
                ebb::Exit::store);
  }
}
