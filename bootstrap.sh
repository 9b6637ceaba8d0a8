#!/bin/sh
# From a fresh machine to the first review: installs what is missing, builds, installs, starts.
# `./bootstrap.sh test` builds everything with checks on and runs the tests.
set -eu
cd "$(dirname "$0")"

usage='usage: ./bootstrap.sh [--yes] [--prefix DIR]    build, install and review
       ./bootstrap.sh test [--yes]              build and run the tests'
prefix="${HOME:-/root}/.local"
yes=no
only_packages=no
what=review
log=build/bootstrap.log

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

while [ $# -gt 0 ]; do
  case $1 in
    --yes|-y) yes=yes ;;
    --prefix) [ $# -gt 1 ] || { say "$usage"; exit 2; }; prefix=$2; shift ;;
    --prefix=*) prefix=${1#--prefix=} ;;
    test) what=tests ;;
    --packages-only) only_packages=yes ;;  # for .ci/run
    -h|--help) printf '%s\n' "$usage"; exit 0 ;;
    *) say "$usage"; exit 2 ;;
  esac
  shift
done
case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac

# Names the packages that the build and, for `test`, the tests need here, and how to find and install them.
choose_packages() {
  if command -v apt-get >/dev/null; then
    manager=apt
    packages='g++ cmake ninja-build pkgconf libcli11-dev nlohmann-json3-dev libsqlite3-dev libfmt-dev libutf8proc-dev libtomlplusplus-dev libsodium-dev zlib1g-dev libminizip-dev libzstd-dev libgumbo-dev libexpat1-dev libmd4c-dev libpcre2-dev'
    tests='doctest-dev librapidcheck-dev libvterm-dev python3 python3-jsonschema tzdata zsh fish mandoc less'
  elif command -v dnf >/dev/null; then
    manager=dnf
    packages='gcc-c++ libstdc++-static cmake ninja-build pkgconf-pkg-config cli11-devel json-devel sqlite-devel fmt-devel utf8proc-devel tomlplusplus-devel libsodium-devel zlib-devel minizip-compat-devel libzstd-devel gumbo-parser-devel expat-devel md4c-devel pcre2-devel'
    tests='doctest-devel rapidcheck-devel libvterm-devel python3 python3-jsonschema tzdata'
  elif command -v pacman >/dev/null; then
    manager=pacman
    packages='gcc cmake ninja pkgconf cli11 nlohmann-json sqlite fmt libutf8proc tomlplusplus libsodium zlib minizip zstd gumbo-parser expat md4c pcre2'
    tests='doctest rapidcheck libvterm python python-jsonschema tzdata'
  elif command -v brew >/dev/null; then
    manager=brew
    packages='cmake ninja pkgconf cli11 nlohmann-json sqlite fmt utf8proc tomlplusplus libsodium zlib minizip zstd gumbo-parser expat md4c pcre2'
    tests='doctest rapidcheck libvterm python3'
  else
    manager=
    packages='a C++20 compiler, CMake 3.25, Ninja, pkg-config, CLI11, nlohmann_json, SQLite, fmt, utf8proc, toml++, libsodium, zlib, minizip, zstd, gumbo, expat, md4c and PCRE2'
    tests=', and doctest, RapidCheck, libvterm and Python 3'
  fi
  [ $what = review ] || packages="$packages $tests"
}

installed() {
  case $manager in
    apt) [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ] ;;
    dnf) rpm -q --whatprovides "$1" ;;
    pacman) pacman -T "$1" ;;
    brew) brew list --formula "$1" ;;
  esac </dev/null >/dev/null 2>&1
}

install_packages() {
  case $manager in
    apt)
      $become apt-get update -qq
      $become env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Dpkg::Use-Pty=0 "$@" ;;
    dnf) $become dnf install -y "$@" ;;
    pacman) $become pacman -S --needed --noconfirm "$@" ;;
    brew) brew install "$@" ;;
  esac
}

# The answer comes from the terminal, never from standard input: that belongs to the review.
confirm() {
  [ $yes = no ] || return 0
  if ! (: </dev/tty) 2>/dev/null; then
    stop "This needs to become root, and there is no terminal to ask on. Run it again with --yes, or as root."
  fi
  printf '%s [Y/n] ' "$1" >/dev/tty
  read -r answer </dev/tty || answer=n
  case $answer in ''|[Yy]*) ;; *) stop "Nothing was installed." ;; esac
}

# Runs a step with its output in the log, which is shown if the step fails.
step() {
  say "$1"; shift
  "$@" </dev/null >>$log 2>&1 || { cat $log >&2; stop "That failed; the output above is in $log."; }
}

get_packages() {
  choose_packages
  if [ -z "$manager" ]; then
    say "No apt, dnf, pacman or brew here, so nothing is installed. The build needs $packages."
    return 0
  fi
  missing=
  for package in $packages; do installed "$package" || missing="$missing $package"; done
  [ -n "$missing" ] || return 0
  say "To build ebb, these packages are installed with $manager: the compiler, the build tools and the libraries it uses."
  say " $missing"
  become=
  if [ "$(id -u)" != 0 ] && [ $manager != brew ]; then
    command -v sudo >/dev/null || stop "Installing them needs root, and there is no sudo here. Run this as root."
    become=sudo
    confirm "Become root with sudo to install them?"
    sudo -v </dev/null
  fi
  # shellcheck disable=SC2086 # a list of words
  step "Installing ($(echo $missing | wc -w | tr -d ' ') packages and what they need) ..." install_packages $missing
}

configure() {
  fresh=
  # A folder that was moved or copied brings a build that points to its old place.
  if [ -f "build/$1/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "build/$1/CMakeCache.txt"; then
    fresh=--fresh
  fi
  if [ "$manager" = brew ]; then
    CMAKE_PREFIX_PATH="$(brew --prefix):$(brew --prefix sqlite)"
    export CMAKE_PREFIX_PATH
  fi
  preset=$1; shift
  step "Configuring ..." cmake --preset "$preset" $fresh "$@"
}

run_tests() {
  configure dev
  say "Building with every check on; this takes a few minutes the first time ..."
  cmake --build --preset dev </dev/null >&2
  status=0
  ctest --preset dev --output-on-failure -j "$(getconf _NPROCESSORS_ONLN)" </dev/null || status=$?
  exit $status
}

on_path() { case ":$PATH:" in *":$1:"*) ;; *) return 1 ;; esac; }

say_what_next() {
  say ""
  say "ebb is in $prefix/bin."
  if ! on_path "$prefix/bin"; then
    say "Put it on your PATH with this line, then open a new terminal:"
    case ${SHELL:-} in
      */fish) say "    fish_add_path $prefix/bin" ;;
      */zsh) say "    echo 'export PATH=\"$prefix/bin:\$PATH\"' >> ~/.zshrc" ;;
      */bash) say "    echo 'export PATH=\"$prefix/bin:\$PATH\"' >> ~/.bashrc" ;;
      *) say "    echo 'export PATH=\"$prefix/bin:\$PATH\"' >> ~/.profile" ;;
    esac
  fi
  say "Tomorrow:"
  say "    ebb review"
}

build_and_review() {
  say "This builds ebb here, installs it under $prefix, and starts your first review."
  get_packages
  configure release -DCMAKE_INSTALL_PREFIX="$prefix"
  say "Building ..."
  cmake --build --preset release </dev/null >&2
  step "Installing ..." cmake --install build/release --strip
  ebb=$prefix/bin/ebb
  # Only the first time: a deck that was deleted since is not brought back.
  [ -e "${EBB_DB:-${XDG_DATA_HOME:-$HOME/.local/share}/ebb/collection.db}" ] || "$ebb" init --demo </dev/null >&2
  plain=
  if ! [ -t 0 ] || ! [ -t 1 ]; then plain=--plain; fi
  status=0
  trap : INT  # Ctrl-C ends the review, not the advice after it
  "$ebb" review $plain || status=$?
  say_what_next
  exit $status
}

mkdir -p build
: >$log
if [ $what = tests ]; then
  say "This builds ebb with every check on, and runs its tests."
  get_packages
  [ $only_packages = no ] || exit 0
  run_tests
fi
build_and_review
