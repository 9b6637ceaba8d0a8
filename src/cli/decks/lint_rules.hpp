// What makes a card hard to learn, or no card at all: rules that need no opinion.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "ebb/store/collection.hpp"

namespace ebb {

// One thing about one card.
struct LintFinding {
  std::string card;      // its id
  std::string question;  // its first line
  std::string rule;      // `empty-answer`, `long-answer`, `orphan-cloze`, `same-question`
  std::string what;      // in words
};

// Goes over cards one by one; equal questions are known at the end.
class LintRules {
 public:
  void look_at(const CardView& card);
  // The findings in the order of the cards.
  std::vector<LintFinding> findings();

 private:
  struct Seen {
    CardId card;
    std::string id, question;
    std::size_t place = 0;  // how many findings there were before it
  };
  std::vector<LintFinding> found_;
  std::map<std::string, std::vector<Seen>> by_question_;  // by what is left of it without case and marks
};

}  // namespace ebb
