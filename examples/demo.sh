#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# Installs what is missing (Debian 12), builds the library and the examples in
# _demo, and asks who goes where in the restructure of Stockton's children's
# services in 2007.
set -eu

cd "$(dirname "$0")/.."
. tests/setup.sh

get_missing need_build
configure _demo -Dtests=false -Dintrospection=disabled -Dpygobject=disabled
ninja -C _demo

set -x
_demo/examples/cadre-match examples/data/stockton-2007-case.json
