#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails when a public header is not as every public header has to be.

With the build folder as second argument each header is also compiled, alone
and by the umbrella, with the flags that the library is compiled with.
"""

import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

import declarations
import verdict

SPDX = "/* SPDX-License-Identifier: LGPL-2.1-or-later */\n"
GUARD = """#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif
"""


def header_faults(header):
    name = header.name
    if not header.text.startswith(SPDX):
        yield f"{name}: does not begin with its licence line"
    if GUARD not in header.text:
        yield f"{name}: lacks the guard that keeps users from including it directly"
    for function, decorated in sorted(header.functions.items()):
        if not decorated:
            yield f"{name}: {function}() lacks CADRE_AVAILABLE_IN_…"
    for other in re.findall(r'#\s*include\s*[<"](\S+)[>"]', header.text):
        if "private" in other:
            yield f"{name}: includes {other}"
    for match in re.finditer(r"^typedef enum.*?^} (\w+);", header.text, re.MULTILINE | re.DOTALL):
        for value in re.findall(r"^  (\w+)\s*(?:,|$|/\*)", verdict.blank(match.group(0)), re.MULTILINE):
            yield f"{name}: {value} of {match.group(1)} has no written value"


def list_faults(root, found):
    """Each header once in the umbrella, and once in the list that makes its enumerations types."""
    umbrella = re.findall(r"#include <cadre/(\S+)>", verdict.read(root, "include/cadre/cadre.h"))
    meson = verdict.read(root, "include/cadre/meson.build")
    lists = {
        kind: re.findall(r"'(\S+\.h)'", re.search(rf"cadre_{kind}_headers = files\((.*?)\n\)", meson, re.DOTALL).group(1))
        for kind in ("enum", "plain")
    }
    for header in found:
        name = header.section + ".h"
        if umbrella.count(name) != 1:
            yield f"{name}: stands {umbrella.count(name)} times in cadre.h"
        if header.name.endswith(".in"):
            continue
        right, wrong = ("enum", "plain") if header.enums else ("plain", "enum")
        if lists[right].count(name) != 1 or name in lists[wrong]:
            yield f"{name}: has to stand once in cadre_{right}_headers of include/cadre/meson.build, and nowhere else"


def check(root):
    found = declarations.headers(root)
    faults = [fault for header in found for fault in header_faults(header)]
    return faults + list(list_faults(root, found))


def compile_command(build):
    """The compiler, and the include flags of the library, as ninja calls it."""
    entries = json.loads((build / "compile_commands.json").read_text())
    entry = next(e for e in entries if "cadre-limits.c" in e["file"])
    words = shlex.split(entry["command"])
    compiler = [word for word in words[:2] if not word.startswith("-")]
    compiler = compiler[1:] if "ccache" in compiler[0] else compiler[:1]
    flags = [w for w in words if w.startswith(("-I", "-isystem", "-DGLIB_VERSION"))]
    return compiler + flags + ["-std=gnu11", "-fsyntax-only", "-Wall", "-Wextra", "-Werror"]


def compiles(command, build, text, *flags):
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "one.c"
        source.write_text(text + "\nint only_a_header;\n")
        done = subprocess.run(
            command + list(flags) + [str(source)], cwd=build, capture_output=True, text=True
        )
    return done.returncode == 0, done.stderr


def compile_faults(root, build):
    command = compile_command(build)
    names = [header.section + ".h" for header in declarations.headers(root)] + ["cadre-enum-types.h"]

    def alone(name):
        return compiles(command, build, f"#include <cadre/{name}>", "-DCADRE_COMPILATION")

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, (good, said) in zip(names, pool.map(alone, names)):
            if not good:
                yield f"{name}: does not compile by itself: {said.strip().splitlines()[0]}"
    good, said = compiles(command, build, "#include <cadre/cadre.h>\n#include <cadre/cadre.h>")
    if not good:
        yield f"cadre.h: does not compile: {said.strip().splitlines()[0]}"
    good, said = compiles(command, build, "#include <cadre/cadre-enum-types.h>")
    if good or "Only <cadre/cadre.h>" not in said:
        yield "cadre-enum-types.h: can be included by a user directly"


MESON = """cadre_enum_headers = files(
  'cadre-types.h',
)
cadre_plain_headers = files(
  'cadre-post.h',
)
"""
TYPES = SPDX + "\n" + GUARD + "\ntypedef enum\n{\n  CADRE_A = 0, /* so */\n  CADRE_B = 1,\n} CadreLetter;\n"
POST = SPDX + "\n" + GUARD + """
#define CADRE_TYPE_POST (cadre_post_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadrePost, cadre_post, CADRE, POST, GObject)

CADRE_AVAILABLE_IN_1_0
const char *cadre_post_get_title (CadrePost *self,
                                  int n) G_GNUC_WARN_UNUSED_RESULT;
"""
RIGHT = {
    "include/cadre/meson.build": MESON,
    "include/cadre/cadre.h": "#include <cadre/cadre-types.h>\n#include <cadre/cadre-post.h>\n",
    "include/cadre/cadre-types.h": TYPES,
    "include/cadre/cadre-post.h": POST,
}


def post(old, new):
    assert old in POST
    return {"include/cadre/cadre-post.h": POST.replace(old, new, 1)}


CASES = [
    ("no licence", post(SPDX, ""), "licence"),
    ("no guard", post("#error", "#warning"), "guard"),
    ("a function that is not exported", post("CADRE_AVAILABLE_IN_1_0\nconst", "const"), "cadre_post_get_title() lacks"),
    ("a type that is not exported", post("CADRE_AVAILABLE_IN_1_0\nG_", "G_"), "cadre_post_get_type() lacks"),
    ("a private header", post("#define", '#include "base/cadre-x-private.h"\n#define'), "includes base"),
    (
        "not in the umbrella",
        {"include/cadre/cadre.h": "#include <cadre/cadre-types.h>\n"},
        "cadre-post.h: stands 0 times",
    ),
    ("an enumeration without a type", {"include/cadre/meson.build": MESON.replace("types", "post")}, "cadre_enum_headers"),
    (
        "an enumeration whose values are counted",
        {"include/cadre/cadre-types.h": TYPES.replace("CADRE_B = 1", "CADRE_B")},
        "CADRE_B of CadreLetter has no written value",
    ),
]

if __name__ == "__main__":
    tap = verdict.Tap()
    root = pathlib.Path(sys.argv[1])
    verdict.prove(tap, check, RIGHT, CASES)
    tap.result("every public header is in form", check(root))
    if len(sys.argv) > 2:
        build = pathlib.Path(sys.argv[2])
        good, _ = compiles(compile_command(build), build, "#include <cadre/no-such-header.h>")
        tap.result("refused: a header that does not compile", ["it compiles"] if good else [])
        tap.result("every public header compiles", compile_faults(root, build))
    tap.finish()
