// Mnemosyne's database, version 2.
#pragma once
#include <cstdint>
#include <functional>

#include "ebb/sqlite/database.hpp"
#include "formats/mnemosyne/fact.hpp"

namespace ebb {

// Reads the facts one by one, each with its cards and their history. Throws `Error` if a table is missing.
class MnemosyneFacts {
 public:
  explicit MnemosyneFacts(UntrustedDatabase& database);
  bool next(MnemosyneFact& fact);
  std::int64_t facts_in_all() const { return facts_in_all_; }

 private:
  void take_card(MnemosyneFact& fact);
  std::int64_t facts_in_all_;
  Statement facts_, data_, cards_, tags_, answers_;
  bool has_data_, has_card_, has_tag_, has_answer_;
};

}  // namespace ebb
