#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# Installs what is missing (Debian 12), builds everything in _build, and runs
# all tests. The last line is "N passed, N failed, N skipped"; the exit status
# is 0 only if nothing failed. Arguments go to meson test.
set -u

cd "$(dirname "$0")/.." || exit 1
. tests/setup.sh

# Whatever stops this script before the tests ran is a failure.
give_up () {
  echo "$1" >&2
  echo "0 passed, 1 failed, 0 skipped"
  exit 1
}

get_missing need_tests || give_up "The tests need packages that are not there."
configure _build -Dintrospection=enabled -Dvapi=enabled -Dpygobject=enabled ||
  give_up "The build could not be configured."
ninja -C _build || give_up "The build failed."

log=_build/meson-logs/testlog.json
rm -f "$log"
meson test -C _build --no-rebuild --print-errorlogs "$@"
exec /usr/bin/python3 tests/closing-line.py --status $? "$log"
