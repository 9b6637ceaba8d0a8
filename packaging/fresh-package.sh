#!/bin/bash
# Builds the DEB and the TGZ of a release, installs each in a bare Debian that is thrown away afterwards, and reviews there.
# Needs mmdebstrap and cpack; not root. usage: packaging/fresh-package.sh [SUITE]
set -euo pipefail
suite=${1:-bookworm}
here=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
chmod 755 "$scratch"
cmake --preset release -S "$here" -DCMAKE_INSTALL_PREFIX=/usr
cmake --build "$here/build/release"
(cd "$here/build/release" && cpack -G DEB -B "$scratch" && cpack -G TGZ -B "$scratch")
rm -rf "$scratch/_CPack_Packages" "$scratch"/*.sha256
ls -l "$scratch"

# What both packages must be able to do.
cat >"$scratch/try.sh" <<'INSIDE'
set -e
export HOME=/root EBB_NOW=2026-11-25T09:00:00Z LC_ALL=C.UTF-8
ebb version
ebb init --demo
printf '\n3\nq\n' | ebb review --plain | grep "Good, next in"
ebb doctor
test -s /usr/share/man/man1/ebb.1 -o -s /usr/share/man/man1/ebb.1.gz
test -s /usr/share/bash-completion/completions/ebb
rm -rf /root/.local
INSIDE
own=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
sources=$(apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 2>/dev/null |
  sort -u | awk -v own="$own" -v suite="$suite" '$3 ~ "^" own { sub(own, suite, $3); print }')
options=()
while read -r option; do [ -z "$option" ] || options+=(--aptopt="$option"); done < <(
  apt-config dump | grep -E '^Acquire::(https?::Proxy|Check-(Valid-Until|Date)) ' || true)
mmdebstrap --variant=minbase --format=null --quiet "${options[@]}" \
  --customize-hook="copy-in '$scratch'/*.deb '$scratch'/*.tar.gz '$scratch/try.sh' /root" \
  --customize-hook='chroot "$1" sh -c "apt-get install -y -qq --no-install-recommends /root/*.deb >/dev/null && sh /root/try.sh && apt-get remove -y -qq ebb >/dev/null && ! command -v ebb"' \
  --customize-hook='chroot "$1" sh -c "tar -C /usr --strip-components=1 -xf /root/*.tar.gz && sh /root/try.sh"' \
  "$suite" /dev/null ${sources:+-} <<<"$sources"
echo "Both packages were installed and used in a bare $suite."
