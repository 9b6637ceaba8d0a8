// The XDG folders.
#include <doctest/doctest.h>

#include "ebb/core/error.hpp"
#include "ebb/system/files.hpp"
#include "system/scratch.hpp"

using namespace ebb;
using test::Variable;

TEST_CASE("folders are under home unless XDG says otherwise") {
  const Variable home{"HOME", "/home/ada"};
  const Variable data{"XDG_DATA_HOME", nullptr};
  const Variable config{"XDG_CONFIG_HOME", "/elsewhere"};
  const Variable state{"XDG_STATE_HOME", "relative/is/ignored"};
  const Folders folders = user_folders();
  CHECK(folders.data == "/home/ada/.local/share/ebb");
  CHECK(folders.config == "/elsewhere/ebb");
  CHECK(folders.state == "/home/ada/.local/state/ebb");
}

TEST_CASE("no home is an error, unless XDG names every folder") {
  const Variable home{"HOME", nullptr};
  const Variable data{"XDG_DATA_HOME", "/d"};
  const Variable config{"XDG_CONFIG_HOME", "/c"};
  {
    const Variable state{"XDG_STATE_HOME", "/s"};
    CHECK(user_folders().state == "/s/ebb");
  }
  const Variable state{"XDG_STATE_HOME", nullptr};
  CHECK_THROWS_WITH_AS(user_folders(), doctest::Contains("Set HOME, or XDG_STATE_HOME."), Error);
}
