#!/bin/sh
# SPDX-License-Identifier: LGPL-2.1-or-later
# Installs the library into a folder of its own and uses it as others do: from C
# with a Makefile, from Vala, from Python, and as a subproject of meson.
# usage: tests/installed/run.sh FOLDER
set -eu

here=$(cd "$(dirname "$0")" && pwd)
source=$(cd "$here/../.." && pwd)
rm -rf "$1"
mkdir -p "$1"
work=$(cd "$1" && pwd)
prefix=$work/prefix

# Where Python looks in this prefix; meson 1.0 would install it elsewhere.
overrides=$prefix/python
meson setup "$work/build" "$source" --prefix="$prefix" --libdir=lib \
  -Dtests=false -Dpython.purelibdir="$overrides"
meson install -C "$work/build" --quiet

for file in lib/libcadre-1.so include/cadre-1/cadre/cadre.h lib/pkgconfig/cadre-1.pc \
  share/gir-1.0/Cadre-1.gir lib/girepository-1.0/Cadre-1.typelib share/vala/vapi/cadre-1.vapi \
  share/vala/vapi/cadre-1.deps python/gi/overrides/Cadre.py; do
  [ -e "$prefix/$file" ] || {
    echo "$file was not installed" >&2
    exit 1
  }
done

# Nothing of the source tree may be needed from here on.
cp "$here/program.c" "$here/program.vala" "$here/program.py" "$here/Makefile" "$work"
cd "$work"
export PKG_CONFIG_PATH="$prefix/lib/pkgconfig"
export LD_LIBRARY_PATH="$prefix/lib"
export GI_TYPELIB_PATH="$prefix/lib/girepository-1.0"
export PYTHONPATH="$overrides"

make program
./program
# What is new in 1.0 is refused while the release number is below that.
valac --disable-since-check --vapidir="$prefix/share/vala/vapi" --pkg cadre-1 -o program-vala program.vala
./program-vala
/usr/bin/python3 program.py "$prefix"

mkdir -p parent/subprojects
cp "$here/parent/meson.build" program.c parent
ln -s "$source" parent/subprojects/cadre
unset PKG_CONFIG_PATH LD_LIBRARY_PATH GI_TYPELIB_PATH PYTHONPATH
meson setup parent-build parent --wrap-mode=forcefallback -Doptimization=0 -Dcadre:tests=false
meson test -C parent-build --print-errorlogs --suite parent
