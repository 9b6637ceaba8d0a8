#!/bin/bash
# Runs both of the README's commands on a bare Debian, thrown away afterwards, and prints the seconds of each. Needs mmdebstrap;
# not root, and not git. `fresh-machine.sh bookworm test` runs only `./bootstrap.sh test`; `review`, only the other.
set -euo pipefail
suite=${1:?usage: packaging/fresh-machine.sh SUITE [review|test]}
only=${2:-}
here=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
chmod 755 "$scratch" # the helper of an unprivileged mmdebstrap reads it under another id

# This machine's own Debian mirrors, with the other suite's name; without any, mmdebstrap takes its default.
mirrors() {
  local own
  own=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  command -v apt-get >/dev/null && [ -n "$own" ] || return 0
  apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    sort -u | while read -r uri release component; do
      [[ $release == "$own" || $release == "$own"-* ]] || continue
      echo "deb $uri ${release/#$own/$suite} $component"
    done
}

# What it takes for apt to reach them: a proxy, a mirror that is frozen in time.
apt_options() {
  command -v apt-config >/dev/null || return 0
  apt-config dump | grep -E '^Acquire::(https?::Proxy|Check-(Valid-Until|Date)) ' || test $? = 1
}

cat >"$scratch/commands.sh" <<'INSIDE'
# Runs in the bare machine: no stdin, no terminal, an empty environment.
cd /root/ebb
timed() {
  start=$(date +%s); status=0
  echo "== $*"
  "$@" </dev/null || status=$?
  echo "$*: $(($(date +%s) - start)) seconds, exit $status" | tee -a /root/times
  [ $status = 0 ] || failed=yes
}
failed=no
case "${1:-}" in
  review) timed ./bootstrap.sh --yes ;;
  test) timed ./bootstrap.sh test --yes ;;
  *) timed ./bootstrap.sh --yes; timed ./bootstrap.sh --yes; timed ./bootstrap.sh test --yes ;;
esac
[ $failed = no ]
INSIDE

tar --create --file="$scratch/source.tar" --directory="$here" --exclude=./build --exclude=./.git .
sources=$(mirrors)
options=()
while read -r option; do [ -z "$option" ] || options+=(--aptopt="$option"); done < <(apt_options)
status=0
mmdebstrap --variant=minbase --format=null --quiet "${options[@]}" \
  --customize-hook='mkdir "$1/root/ebb"' \
  --customize-hook="tar-in '$scratch/source.tar' /root/ebb" \
  --customize-hook="copy-in '$scratch/commands.sh' /root" \
  --customize-hook="chroot \"\$1\" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb sh /root/commands.sh $only; echo \$? >\"\$1/root/status\"" \
  --customize-hook='copy-out /root/times /root/status '"'$scratch'" \
  "$suite" /dev/null ${sources:+-} <<<"$sources" || status=$?
echo "== $suite"
cat "$scratch/times"
[ "$status" = 0 ] && exit "$(cat "$scratch/status")"
exit "$status"
