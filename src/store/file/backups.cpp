// The folder of backups: what is there, told by the names, and which copies are needed no more.
#include "ebb/store/backups.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>

#include "store/file/backup_file.hpp"

namespace ebb {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t time_size = std::string_view("2026-11-25T07-30-00Z").size();

bool is_reason(std::string_view text) {
  return text == "daily" || text == "now" || text.starts_with("before-") || text.starts_with("pre-v");
}

// `2026-11-25T07-30-00Z`, the time of a file's name.
std::optional<Instant> time_of(std::string_view text) {
  if (text.size() != time_size) return {};
  std::string iso(text);
  iso[13] = iso[16] = ':';
  return parse_time(iso);
}

// `STEM-REASON-TIME.db` or `STEM-REASON-TIME-2.db`.
std::optional<Backup> backup_of(const std::string& name, const std::string& stem) {
  std::string_view rest = name;
  if (!rest.starts_with(stem + "-") || !rest.ends_with(".db")) return {};
  rest.remove_prefix(stem.size() + 1);
  rest.remove_suffix(3);
  if (!rest.ends_with('Z')) rest = rest.substr(0, std::min(rest.rfind('-'), rest.size()));
  if (rest.size() < time_size + 2) return {};
  const auto at = time_of(rest.substr(rest.size() - time_size));
  const std::string_view reason = rest.substr(0, rest.size() - time_size - 1);
  if (!at || rest[reason.size()] != '-' || !is_reason(reason)) return {};
  return Backup{{}, std::string(reason), *at, 0};
}

int week_of(Day day) { return (day_number(day) + 3) / 7; }  // 1970-01-01 was a Thursday

int month_of(Day day) {
  const std::chrono::year_month_day date{day};
  return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month()));
}

// Takes the newest of each span of time, so many spans; what else is in one of them is superfluous. The rest goes on.
class Sieve {
 public:
  Sieve(const std::vector<Day>& days, std::vector<std::size_t> candidates) : days_(days), left_(std::move(candidates)) {}

  void take(int spans, int (*span_of)(Day)) {
    std::map<int, std::size_t> kept;  // the span and its newest copy
    std::vector<std::size_t> rest;
    for (const std::size_t copy : left_) {
      const int span = span_of(days_[copy]);
      if (const auto found = kept.find(span); found != kept.end())
        superfluous.push_back({copy, found->second});
      else if (static_cast<int>(kept.size()) < spans)
        kept.emplace(span, copy);
      else
        rest.push_back(copy);
    }
    if (!kept.empty()) oldest_kept_ = kept.begin()->second;
    left_ = std::move(rest);
  }

  void drop_rest() {
    for (const std::size_t copy : left_) superfluous.push_back({copy, oldest_kept_.value_or(copy)});
  }

  std::vector<Superfluous> superfluous;

 private:
  const std::vector<Day>& days_;
  std::vector<std::size_t> left_;
  std::optional<std::size_t> oldest_kept_;
};

}  // namespace

std::vector<Backup> backups_of(const std::string& folder, const std::string& collection) {
  std::vector<Backup> all;
  std::error_code error;
  const std::string stem = fs::path(collection).stem().string();
  for (const auto& file : fs::directory_iterator(folder, error)) {
    auto backup = backup_of(file.path().filename().string(), stem);
    if (!backup || !file.is_regular_file(error)) continue;
    backup->path = file.path().string();
    backup->bytes = static_cast<std::int64_t>(file.file_size(error));
    all.push_back(std::move(*backup));
  }
  std::sort(all.begin(), all.end(), [](const Backup& a, const Backup& b) {
    return a.at != b.at ? a.at > b.at : a.path.size() != b.path.size() ? a.path.size() > b.path.size() : a.path > b.path;
  });
  return all;
}

std::vector<Superfluous> superfluous(const std::vector<Backup>& backups, const std::vector<Day>& days,
                                     const Keeping& keeping) {
  std::vector<std::size_t> daily;
  std::vector<Superfluous> gone;
  int others = 0;
  std::size_t last_other = 0;
  for (std::size_t copy = 0; copy < backups.size(); ++copy) {
    if (backups[copy].reason == "daily") {
      daily.push_back(copy);
    } else if (others++ < std::max(keeping.others, 1)) {
      last_other = copy;
    } else {
      gone.push_back({copy, last_other});
    }
  }
  Sieve sieve(days, std::move(daily));
  sieve.take(std::max(keeping.days, 1), day_number);  // the newest copy always stays
  sieve.take(keeping.weeks, week_of);
  sieve.take(keeping.months, month_of);
  sieve.drop_rest();
  gone.insert(gone.end(), sieve.superfluous.begin(), sieve.superfluous.end());
  return gone;
}

std::vector<std::string> thin_backups(const std::vector<Backup>& backups, const std::function<Day(Instant)>& day_of,
                                      const Keeping& keeping) {
  std::vector<Backup> left = backups;
  std::set<std::string> whole;
  std::vector<std::string> damaged;
  for (;;) {
    std::vector<Day> days;
    for (const Backup& backup : left) days.push_back(day_of(backup.at));
    const auto gone = superfluous(left, days, keeping);
    const auto bad = std::find_if(gone.begin(), gone.end(), [&](const Superfluous& one) {
      const std::string& path = left[one.kept].path;
      return !whole.contains(path) && !(is_whole_backup(path) && whole.insert(path).second);
    });
    if (bad == gone.end()) {
      std::error_code error;
      for (const Superfluous& one : gone) fs::remove(left[one.copy].path, error);
      return damaged;
    }
    damaged.push_back(left[bad->kept].path);
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(bad->kept));
  }
}

}  // namespace ebb
