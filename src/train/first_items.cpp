// Groups of rare first waits are dropped, the smallest first, until a twentieth of the cards is gone.
#include "train/first_items.hpp"

#include <algorithm>
#include <map>

namespace ebb {
namespace {

constexpr std::uint32_t longest_wait = 100, longest_wait_after_easy = 365, fewest = 6;

// Counting by days in an array: waits beyond its end are rare enough for a map.
class Waits {
 public:
  void add(std::uint32_t days, bool recalled) {
    FirstGroup& group = days < near_.size() ? near_[days] : far_[days];
    ++group.count;
    group.recalled += recalled;
  }
  std::vector<FirstGroup> groups() const {
    std::vector<FirstGroup> all;
    for (std::uint32_t days = 0; days < near_.size(); ++days)
      if (near_[days].count > 0) all.push_back({days, near_[days].count, near_[days].recalled});
    for (const auto& [days, group] : far_) all.push_back({days, group.count, group.recalled});
    return all;
  }

 private:
  std::array<FirstGroup, 512> near_{};
  std::map<std::uint32_t, FirstGroup> far_;
};

std::vector<FirstGroup> kept_of(std::vector<FirstGroup> groups, std::size_t grade) {
  const std::uint32_t longest = grade == 3 ? longest_wait_after_easy : longest_wait;
  std::sort(groups.begin(), groups.end(), [](const FirstGroup& a, const FirstGroup& b) {
    return a.count != b.count ? a.count < b.count : a.days > b.days;
  });
  std::uint32_t total = 0, removed = 0;
  for (const FirstGroup& group : groups) total += group.count;
  const std::uint32_t room = std::max(20U, total / 20);
  std::vector<FirstGroup> kept;
  for (const FirstGroup& group : groups) {
    if (removed + group.count < room)
      removed += group.count;
    else if (group.count >= fewest && group.days <= longest)
      kept.push_back(group);
  }
  std::sort(kept.begin(), kept.end(), [](const FirstGroup& a, const FirstGroup& b) { return a.days < b.days; });
  return kept;
}

}  // namespace

std::size_t first_item(std::span<const Answered> answers) {
  std::size_t at = 0;
  while (at < answers.size() && !is_item(answers[at])) ++at;
  return at;
}

Kept without_outliers(const Histories& histories) {
  struct First {
    std::uint32_t days = 0;  // 0: no item
    std::size_t grade = 0;
  };
  std::vector<First> firsts(histories.cards());
  std::array<Waits, 4> waits;
  for (std::size_t card = 0; card < firsts.size(); ++card) {
    const auto answers = histories.of(card);
    const std::size_t at = first_item(answers);
    if (at == answers.size()) continue;
    firsts[card] = {answers[at].days, answers[0].grade - 1U};
    waits[firsts[card].grade].add(firsts[card].days, answers[at].grade > 1);
  }
  Kept kept;
  std::array<std::vector<bool>, 4> allowed;  // by grade and days, up to the longest wait that can be kept
  for (std::size_t grade = 0; grade < 4; ++grade) {
    kept.groups[grade] = kept_of(waits[grade].groups(), grade);
    allowed[grade].resize(longest_wait_after_easy + 1);
    for (const FirstGroup& group : kept.groups[grade]) allowed[grade][group.days] = true;
  }
  kept.cards.resize(firsts.size());
  for (std::size_t card = 0; card < firsts.size(); ++card) {
    const First& first = firsts[card];
    kept.cards[card] = first.days > 0 && first.days <= longest_wait_after_easy && allowed[first.grade][first.days];
  }
  return kept;
}

}  // namespace ebb
