#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# Installs what is missing (Debian 12), builds the library and the examples in
# _demo, and asks who goes where in the restructure of Stockton's children's
# services in 2007: by what the papers say alone, and once a panel has judged the
# posts that they slot in.
set -eu

cd "$(dirname "$0")/.."
. tests/setup.sh

get_missing need_build
# Static, so that the programs run wherever they are, even where /proc is not.
configure _demo -Ddefault_library=static -Dtests=false -Dintrospection=disabled -Dpygobject=disabled
ninja -C _demo

set -x
_demo/examples/cadre-match examples/data/stockton-2007-case.json
{ set +x; } 2>/dev/null

printf '\n\n%s\n%s\n\n' "The same case once a panel has judged the posts of the three slot-ins alike in each" \
  "head and in level. What is to be checked above is slotted in here:"
set -x
_demo/examples/cadre-match examples/data/stockton-2007-judged-case.json |
  sed -n '/^[0-9]*\. How the proposed posts/,/^[0-9]*\. Posts that would go on/{/^[0-9]*\. Posts/!p;}'
