// Verbs and options from the table of commands; decks, tags, ids and saved filters from where they are.
#include "cli/program/candidates.hpp"

#include <algorithm>
#include <span>

#include "cli/config/configuration.hpp"
#include "cli/program/arguments.hpp"
#include "cli/program/commands.hpp"
#include "cli/program/free_words.hpp"
#include "cli/program/help_topics.hpp"
#include "cli/upkeep/backing_up.hpp"
#include "ebb/core/error.hpp"
#include "ebb/core/settings.hpp"
#include "ebb/formats/formats.hpp"
#include "ebb/store/names.hpp"

namespace ebb {
namespace {

using Words = std::vector<std::string>;

class Completer {
 public:
  explicit Completer(Words words) : words_(std::move(words)), typed_(words_.back()) {
    words_.pop_back();
    const std::size_t verb = verb_position(words_, global_options());
    if (verb == words_.size()) return;
    command_ = find_command(words_[verb]);
    unknown_ = command_ == nullptr;
    if (unknown_) return;
    Words rest = words_;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(verb));
    split_ = split_words(rest, global_options(), command_->options, command_->name == "tag");
    for (std::size_t i = 0; i + 1 < words_.size(); ++i)
      if (words_[i] == "--db") world_.globals.db = words_[i + 1];
  }

  Candidates run() {
    if (unknown_) return {};
    if (const Option* option = option_before(); option != nullptr)
      value_of(*option);
    else if (typed_.starts_with('-'))
      options();
    else if (command_ == nullptr)
      verbs();
    else
      free_word();
    std::stable_sort(found_.all.begin(), found_.all.end(), [](const Candidate& a, const Candidate& b) { return a.word < b.word; });
    const auto same = [](const Candidate& a, const Candidate& b) { return a.word == b.word; };
    found_.all.erase(std::unique(found_.all.begin(), found_.all.end(), same), found_.all.end());
    return std::move(found_);
  }

 private:
  void add(std::string_view word, std::string_view help = {}, bool unfinished = false) {
    if (word.starts_with(typed_)) found_.all.push_back({std::string(word), std::string(help), unfinished});
  }

  void names(NameKind kind, const std::string& before = {}) {
    if (!typed_.starts_with(before)) return;
    for (const std::string& name : names_in(world_.collection_path(), kind, typed_.substr(before.size()))) add(before + name);
  }

  // The option whose value is being typed.
  const Option* option_before() const {
    if (words_.empty() || !words_.back().starts_with('-')) return nullptr;
    for (const auto& options : {command_ == nullptr ? std::span<const Option>{} : command_->options, global_options()})
      for (const Option& option : options) {
        const bool named = words_.back() == long_name(option) || words_.back() == option.flags.substr(0, option.flags.find(','));
        if (named && !option.value.empty()) return &option;
      }
    return nullptr;
  }

  // The words of the configuration key that the option sets for once; else what its value is called.
  void value_of(const Option& option) {
    const std::string_view name = long_name(option);
    for (const ConfigKey& key : config_keys())
      if (key.flag == name && key.shape == Shape::word)
        for (const std::string_view word : key.words) add(word);
    if (!found_.all.empty()) return;
    if (option.value == "DECK") return names(NameKind::decks);
    if (option.value == "TAG") return names(NameKind::tags);
    if (name == "--format") return formats_known();
    if (option.value == "json") return add("json");
    if (option.value == "SHELL") return shells();
    found_.files = option.value == "FILE" || option.value == "PATH" || option.value == "DIR";
  }

  void options() {
    for (const auto& options : {command_ == nullptr ? std::span<const Option>{} : command_->options, global_options()})
      for (const Option& option : options) add(long_name(option), option.help);
  }

  void verbs() {
    for (const CommandGroup& group : command_groups())
      for (const Command* command : group.commands) add(command->name, command->summary);
  }

  void shells() {
    for (const char* shell : {"bash", "fish", "zsh"}) add(shell);
  }

  void formats_known() {
    const bool writing = command_ != nullptr && command_->name == "export";
    for (const Format& format : formats())
      if (writing ? format.write != nullptr : format.read != nullptr) add(format.name, format.summary);
  }

  // `list`, `show` and `set` of `list|show|set [DECK]`; nothing for verbs that have none.
  Words own_verbs() const {
    Words own;
    std::string_view first = command_->usage.substr(0, command_->usage.find(' '));
    if (first.find('|') == std::string_view::npos || first.find('[') != std::string_view::npos) return own;
    for (; !first.empty(); first.remove_prefix(std::min(first.find('|'), first.size() - 1) + 1)) {
      const std::string_view word = first.substr(0, first.find('|'));
      if (!word.empty() && word.front() >= 'a' && word.front() <= 'z' && word.find(':') == std::string_view::npos) own.emplace_back(word);
    }
    return own;
  }

  void free_word() {
    const std::string_view verb = command_->name, usage = command_->usage;
    const std::size_t place = split_.free.size();
    if (place == 0)
      for (const std::string& own : own_verbs()) add(own);
    if (verb == "help") return help_words();
    if (verb == "completion") return shells();
    if (verb == "config") return config_words(place);
    if (verb == "backup") return backup_words(place);
    if (verb == "deck") return deck_words(place);
    if (verb == "tag" && place == 0) return tag_words();
    if (verb == "set" && place == 0) return setting_words();
    if (usage.find("FILE") != std::string_view::npos || usage.find("PATH") != std::string_view::npos) found_.files = true;
    if (usage.find("ID") != std::string_view::npos) names(NameKind::ids);
    if (usage.find("FILTER") != std::string_view::npos) filters();
  }

  void help_words() {
    verbs();
    for (const HelpTopic& topic : help_topics()) add(topic.name, topic.summary);
  }

  void config_words(std::size_t place) {
    if (place == 0 || split_.free.front() == "list" || split_.free.front() == "edit") return;
    const bool set = split_.free.front() == "set";
    if (place == 1)
      for (const ConfigKey& key : config_keys())
        if (key.key.find('*') == std::string_view::npos) add(key.key, key.help);
    if (place == 2 && set)
      if (const ConfigKey* key = find_config_key(split_.free[1]); key != nullptr) {
        for (const std::string_view word : key->words) add(word);
        if (key->shape == Shape::flag)
          for (const char* word : {"false", "true"}) add(word);
      }
  }

  void backup_words(std::size_t place) {
    if (place != 1 || split_.free.front() != "restore") return;
    for (const Backup& backup : backups_here(world_)) add(backup.path.substr(backup.path.rfind('/') + 1));
    found_.files = true;
  }

  void deck_words(std::size_t place) {
    if (place == 1) names(NameKind::decks);
    if (place == 2 && split_.free.front() == "set")
      for (const SettingKey& key : setting_keys()) add(key.key, key.help);
  }

  // `+new,-old`: the tag after the last sign.
  void tag_words() {
    const std::size_t sign = typed_.find_last_of("+-,");
    if (typed_.empty()) {
      add("+", "a tag to add", true);
      return;
    }
    if (sign != std::string::npos && typed_[sign] != ',') names(NameKind::tags, typed_.substr(0, sign + 1));
  }

  void setting_words() {
    add("due:", "a day", true);
    if (typed_.starts_with("deck:"))
      names(NameKind::decks, "deck:");
    else
      add("deck:", "another deck", true);
  }

  void filters() {
    if (typed_.starts_with("deck:")) return names(NameKind::decks, "deck:");
    if (typed_.starts_with("tag:")) return names(NameKind::tags, "tag:");
    if (typed_.starts_with("id:")) return typed_.size() > 3 ? names(NameKind::ids, "id:") : void();
    for (const char* state : {"is:due", "is:new", "is:learning", "is:review", "is:suspended", "is:buried", "is:marked", "is:orphan"})
      if (typed_.starts_with("is:")) add(state);
    if (typed_.find(':') != std::string::npos) return;
    add("deck:", "a deck and those under it", true);
    add("tag:", "a tag and those under it", true);
    add("is:", "a state", true);
    add("id:", "a card", true);
    saved_filters();
  }

  void saved_filters() {
    if (find_config_key("set.x.filter") == nullptr || !(typed_.empty() || typed_.starts_with('@'))) return;
    try {
      for (const auto& one : Configuration::read(config_path()).named("set.*.filter"))
        add("@" + one.name, one.configured.values.empty() ? "" : one.configured.values.front());
    } catch (const Error&) {  // the file is told about elsewhere
    }
  }

  Words words_;
  std::string typed_;
  const Command* command_ = nullptr;
  bool unknown_ = false;  // a verb was typed that there is not
  SplitWords split_;
  World world_;
  Candidates found_;
};

}  // namespace

Candidates candidates_for(const std::vector<std::string>& words) {
  try {
    return Completer(words.empty() ? Words{""} : words).run();
  } catch (const Error&) {
    return {};
  }
}

}  // namespace ebb
