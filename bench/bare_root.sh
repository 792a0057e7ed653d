#!/usr/bin/env bash
# The README's two commands on a Debian 12 that has nothing but python3, pip, git and make. Prints what each one took.
#
#     bench/bare_root.sh FOLDER [--worktree] [TARGET…]
#
# FOLDER becomes the root of a minimal Debian (debootstrap makes it once and it is used again after that). Each run starts
# from an empty home and a fresh clone of this repository's HEAD (with --worktree: of the files as they lie here, committed
# or not), as a user who is not root, with an empty environment. TARGETs are make's; without any, `demo` and `test`.
#
# Needs root and debootstrap. Where packages come from is asked of this machine as it runs: apt's mirror for Debian, pip's
# configuration, proxies and certificates for Python. None of it is written here.
set -euo pipefail

repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${1:?usage: bench/bare_root.sh FOLDER [--worktree] [TARGET…]}
shift
worktree=no
if [[ ${1:-} == --worktree ]]; then
    worktree=yes
    shift
fi
targets=("$@")
(($#)) || targets=(demo test)

if ((EUID != 0)) || ! command -v debootstrap >/dev/null; then
    echo "This makes a Debian root: run it as root, after apt-get install debootstrap." >&2
    exit 2
fi

make_root() {
    local mirror
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Codename: bookworm' 'Component: main' | head -n 1)
    debootstrap --variant=minbase --include=ca-certificates,git,make,python3,python3-pip bookworm "$folder" "$mirror" \
        >"$folder.log" 2>&1 || { tail "$folder.log" >&2; exit 1; }
    chroot "$folder" useradd --create-home newcomer
    touch "$folder/.made"
}

carry_in_the_index() {
    # pip's own answers, its user's file included: inside there is one file for the whole machine.
    local told index cert
    told=$(python3 -m pip config list 2>/dev/null || true)
    index=$(sed -n "s/^[^.]*\.index-url='\(.*\)'$/\1/p" <<<"$told" | head -n 1)
    cert=$(sed -n "s/^[^.]*\.cert='\(.*\)'$/\1/p" <<<"$told" | head -n 1)
    {
        echo "[global]"
        [[ -z $index ]] || echo "index-url = $index"
        [[ -z $cert ]] || echo "cert = /etc/ssl/certs/machine.pem"
    } >"$folder/etc/pip.conf"
    [[ -z $cert ]] || cp --dereference "$cert" "$folder/etc/ssl/certs/machine.pem"
    cp --dereference /etc/resolv.conf /etc/hosts "$folder/etc/"
    env | { grep -iE '^(https?|all|no)_proxy=' || true; } >"$folder/etc/proxies"
}

lay_the_clone() {
    rm -rf "$folder/home/newcomer"
    mkdir -p "$folder/home/newcomer"
    if [[ $worktree == yes ]]; then
        mkdir "$folder/home/newcomer/walkaway"
        git -C "$repository" ls-files -z --cached --others --exclude-standard |
            tar -C "$repository" --null --files-from - --ignore-failed-read -cf - 2>/dev/null |
            tar -C "$folder/home/newcomer/walkaway" -xf -
        git -C "$folder/home/newcomer/walkaway" init --quiet
    else
        git clone --quiet "file://$repository" "$folder/home/newcomer/walkaway"
    fi
    chroot "$folder" chown -R newcomer:newcomer /home/newcomer
}

inside() {
    # A mount namespace of its own: /proc and /dev go away with it.
    # shellcheck disable=SC2046  # one word per proxy line
    unshare --mount bash -c '
        set -euo pipefail
        mount -t proc proc "$1/proc"
        mount --rbind /dev "$1/dev"
        folder=$1 && shift
        exec chroot --userspec=newcomer:newcomer "$folder" env -i PATH=/usr/bin:/bin HOME=/home/newcomer LANG=C.UTF-8 "$@"
    ' inside "$folder" $(cat "$folder/etc/proxies") "$@"
}

[[ -e $folder/.made ]] || make_root
carry_in_the_index
lay_the_clone

echo "== $(. "$folder/etc/os-release" && echo "$PRETTY_NAME"), $(inside python3 --version), $(inside pip --version | cut -d' ' -f1,2)"
inside python3 -c 'import ensurepip' 2>/dev/null && echo "== ensurepip is here: this root is not bare" && exit 1
inside python3 -m pip install six >/dev/null 2>&1 && echo "== pip installs into the system: this root is not bare" && exit 1
echo "== no ensurepip, and pip leaves the system alone (PEP 668)"

worst=0
for target in "${targets[@]}"; do
    started=${EPOCHREALTIME/[.,]/}  # microseconds
    code=0
    inside make --no-print-directory --directory=/home/newcomer/walkaway "$target" || code=$?
    tenths=$(((${EPOCHREALTIME/[.,]/} - started) / 100000))
    echo "== make $target: exit $code, $((tenths / 10)).$((tenths % 10)) s"
    ((code == 0)) || worst=$code
done
exit "$worst"
