// Chromium prints without a window. It gets a profile of its own, so that an open browser does not matter.
#include "cli/stats/report_pdf.hpp"

#include <filesystem>

#include "cli/program/place.hpp"
#include "ebb/core/error.hpp"
#include "ebb/system/files.hpp"
#include "ebb/system/process.hpp"

namespace ebb {
namespace {

// $1: the folder with page.html, where page.pdf is to be. Its sandbox does not run as root.
constexpr const char* print_script =
    "for browser in chromium chromium-browser google-chrome google-chrome-stable; do\n"
    "  command -v \"$browser\" >/dev/null 2>&1 || continue\n"
    "  [ \"$(id -u)\" = 0 ] && root=--no-sandbox\n"
    "  exec \"$browser\" --headless $root --disable-gpu --user-data-dir=\"$1/profile\" --no-pdf-header-footer"
    " --print-to-pdf=\"$1/page.pdf\" \"file://$1/page.html\" >/dev/null 2>&1\n"
    "done\n"
    "exit 127";
constexpr int no_browser = 127;

class TemporaryFolder {
 public:
  TemporaryFolder() : path_(make_temporary_folder("report")) {}
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

void write_pdf(const std::string& html, const std::string& file) {
  const TemporaryFolder folder;
  write_file_atomically(folder.path() + "/page.html", html);
  const int code = run_shell(print_script, {folder.path()});
  if (code == no_browser)
    throw Error(Exit::usage, "A PDF needs Chromium or Chrome, and there is none. Install it (apt install chromium), or "
                             "write a page and print it: ebb report -o report.html");
  if (code != 0 || !exists(folder.path() + "/page.pdf"))
    throw Error(Exit::store, "The browser could not print the report. Write a page and print it: ebb report -o report.html");
  write_file_atomically(absolute_path(file), read_file(folder.path() + "/page.pdf"));
}

}  // namespace ebb
