#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# Installs the peers of the benchmarks as far as it can (Debian 12), builds for
# speed in _bench, and runs the benchmarks that are named, or those of the
# solvers. What a benchmark lacks it says itself. Those of comparisons, as long as
# they are asked for, are: diff diff-2000000 mapping mapping-1000000 patch growth.
set -u

cd "$(dirname "$0")/../.." || exit 1
. tests/setup.sh

get_missing need_build || exit 1
get_missing need_peers || echo "The benchmarks run without these peers."
configure _bench --buildtype=release -Dintrospection=disabled -Dvapi=disabled || exit 1
[ $# -gt 0 ] || set -- assignment cardinality stable
meson test -C _bench --benchmark --verbose "$@"
