// ebb completion: the script that a shell loads. It asks `ebb complete`, so it never has to be made again.
#include <cstdio>

#include "cli/program/commands.hpp"
#include "cli/program/suggest.hpp"
#include "ebb/core/error.hpp"

namespace ebb {
namespace {

constexpr std::string_view bash_script = R"SCRIPT(# Completions of ebb for bash: eval "$(ebb completion bash)", or a file in ~/.local/share/bash-completion/completions.
_ebb() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      compopt -o default -o filenames 2>/dev/null
      [[ ${#COMPREPLY[@]} -eq 0 ]] || compopt +o filenames 2>/dev/null
    else
      COMPREPLY+=("$line")
    fi
  done < <("${COMP_WORDS[0]/#\~/$HOME}" complete -- bash "${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
}
complete -o nospace -F _ebb ebb
)SCRIPT";

constexpr std::string_view zsh_script = R"SCRIPT(#compdef ebb
# Completions of ebb for zsh: eval "$(ebb completion zsh)" after compinit, or a file _ebb in a folder of $fpath.
_ebb() {
  local line word files
  local -a whole whole_help open open_help
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      files=yes
      continue
    fi
    word=${line%%$'\t'*}
    if [[ $word == *: || $word == + ]]; then
      open+=("$word")
      open_help+=("${line/$'\t'/  -- }")
    else
      whole+=("$word")
      whole_help+=("${line/$'\t'/  -- }")
    fi
  done < <(command ebb complete -- words "${(@Q)words[2,CURRENT]}" 2>/dev/null)
  (( $#whole )) && compadd -l -d whole_help -- "${(@)whole}"
  (( $#open )) && compadd -S '' -l -d open_help -- "${(@)open}"
  [[ -n $files ]] && _files
  return 0
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _ebb "$@"
else
  compdef _ebb ebb
fi
)SCRIPT";

constexpr std::string_view fish_script = R"SCRIPT(# Completions of ebb for fish: ebb completion fish | source, or a file ebb.fish in ~/.config/fish/completions.
function __ebb_complete
    set -l typed (commandline -ct)
    set -l words (commandline -opc) (string unescape -- $typed; or string replace -r '^["\']' '' -- $typed)
    set -l lines (command ebb complete -- words $words[2..-1] 2>/dev/null)
    for line in $lines
        if test "$line" = :files
            __fish_complete_path $typed
        else
            printf '%s\n' $line
        end
    end
end
complete -c ebb -f -a '(__ebb_complete)'
)SCRIPT";

int run(const World&, const Arguments& arguments) {
  constexpr std::string_view shells[] = {"bash", "fish", "zsh"};
  if (arguments.words.size() != 1) throw Error(Exit::usage, "Name the shell: ebb completion bash, zsh or fish");
  const std::string& shell = arguments.words.front();
  const std::string_view script = shell == "bash" ? bash_script : shell == "zsh" ? zsh_script : shell == "fish" ? fish_script : "";
  if (script.empty())
    throw Error(Exit::usage, "There are no completions for `" + shell + "`." + did_you_mean(shell, shells) + " There are: bash, zsh, fish");
  std::fwrite(script.data(), 1, script.size(), stdout);
  return 0;
}

}  // namespace

const Command completion_command{
    .name = "completion",
    .aliases = "",
    .usage = "bash|zsh|fish",
    .summary = "completions for a shell: verbs, options, decks, tags, ids, files",
    .examples =
        "eval \"$(ebb completion bash)\"   in ~/.bashrc\n"
        "eval \"$(ebb completion zsh)\"    in ~/.zshrc, after compinit\n"
        "ebb completion fish | source    in ~/.config/fish/config.fish\n",
    .options = {},
    .run = run,
};

}  // namespace ebb
