# SPDX-License-Identifier: LGPL-2.1-or-later
# Read by tests/run.sh, tests/benchmarks/run.sh, examples/demo.sh and .ci/run: what
# a Debian 12 needs for each of them, and how a build folder is made. POSIX sh.

# Meson and Python write UTF-8; a bare machine has no other such locale.
LC_ALL=C.UTF-8
export LC_ALL

missing=

# need PACKAGES COMMAND…: PACKAGES are missing unless the command succeeds.
need () {
  needed=$1
  shift
  "$@" >/dev/null 2>&1 || missing="$missing $needed"
}

need_python () {
  need "$1" /usr/bin/python3 -c "$2"
}

need_build () {
  need 'gcc libc6-dev' command -v cc
  need meson command -v meson
  need ninja-build command -v ninja
  need pkg-config command -v pkg-config
  need libglib2.0-dev pkg-config --exists 'gio-2.0 >= 2.74'
  need libjson-glib-dev pkg-config --exists 'json-glib-1.0 >= 1.6'
}

need_tests () {
  need_build
  need g++ command -v c++
  need libserd-dev pkg-config --exists serd-0
  need libgirepository1.0-dev pkg-config --exists gobject-introspection-1.0
  need gobject-introspection command -v g-ir-scanner
  need valac command -v vapigen
  need gjs command -v gjs
  need 'lua5.1 lua-lgi' lua5.1 -e 'require "lgi"'
  need_python python3-gi 'import gi'
  need_python gir1.2-json-1.0 'import gi; gi.require_version("Json", "1.0")'
  need_python python3-numpy 'import numpy'
  need_python python3-scipy 'import scipy'
  need libxlsxwriter-dev pkg-config --exists xlsxwriter
  need_python python3-openpyxl 'import openpyxl'
  need_python python3-jsonschema 'import jsonschema'
  need_python python3-rdflib 'import rdflib'
  need xz-utils command -v xz
  need locales test -f /usr/share/i18n/locales/tr_TR
}

# What the benchmarks compare with.
need_peers () {
  need_python python3-scipy 'import scipy'
  need_python python3-pandas 'import pandas'
  need libigraph-dev pkg-config --exists igraph
  need 'g++ liblemon-dev' pkg-config --exists lemon
  need libsuitesparse-dev test -f /usr/include/suitesparse/cs.h
}

need_all_checks () {
  need_tests
  need clang command -v clang
  need clang-format-14 command -v clang-format-14
  need valgrind command -v valgrind
  need gcovr command -v gcovr
  need gtk-doc-tools command -v gtkdoc-scan
  need make command -v make
}

# get_missing NEED: installs what the function NEED finds missing, or says what
# to install and fails.
get_missing () {
  missing=
  "$1"
  [ -n "$missing" ] || return 0
  echo "Missing packages:$missing"
  install_packages || {
    echo "They could not be installed. As root: apt-get install$missing" >&2
    return 1
  }
  missing=
  "$1"
  [ -z "$missing" ] || {
    echo "Still missing after they were installed:$missing" >&2
    return 1
  }
}

install_packages () {
  command -v apt-get >/dev/null || {
    echo "There is no apt-get here." >&2
    return 1
  }
  as_root=$(root_command) || return 1
  apt="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300"
  # Unquoted: words, not one.
  # shellcheck disable=SC2086
  $apt update && $apt install -y --no-install-recommends $missing
}

# Prints what makes a command run as root: nothing for root.
root_command () {
  if [ "$(id -u)" -eq 0 ]; then
    return 0
  elif ! command -v sudo >/dev/null; then
    echo "Only root installs packages, and there is no sudo." >&2
    return 1
  elif sudo -n true 2>/dev/null; then
    echo 'sudo -n'
  elif [ -t 0 ]; then
    echo sudo
  else
    echo "Only root installs packages, and sudo wants a password." >&2
    return 1
  fi
}

# configure FOLDER OPTION…: makes a build folder, or makes it anew where the
# options are others than last time.
configure () {
  folder=$1
  shift
  if [ -f "$folder/build.ninja" ] && [ "$(cat "$folder/options" 2>/dev/null)" = "$*" ]; then
    return 0
  fi
  rm -rf "$folder"
  meson setup "$folder" "$@" && echo "$*" >"$folder/options"
}
