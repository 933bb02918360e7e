#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails when a file includes what its layer may not see.

The layers stand in the order of the pipeline; each sees itself and those
before it. Between layers only public headers, kernel, base and the column
tables are used. A kernel knows GLib and the C library and nothing else.
"""

import re

import verdict

LAYERS = "kernel base document structure diff matching plan exchange report".split()
JSON_HEADERS = ("cadre-reader.h", "cadre-writer.h")
KERNEL_HEADERS = set(
    "glib.h errno.h float.h inttypes.h limits.h math.h stdarg.h stdbool.h stddef.h stdint.h "
    "stdlib.h string.h sys/mman.h sys/random.h unistd.h immintrin.h emmintrin.h arm_neon.h "
    "cpuid.h".split()
)
SYSTEM = re.compile(
    r"(glib\.h|glib-object\.h|glib/[\w-]+\.h|gio/[\w-]+\.h|sys/\w+\.h|linux/\w+\.h|[a-z]+\.h)$"
)
INCLUDE = re.compile(r"^[ \t]*#[ \t]*include[ \t]*([<\"])([^>\"]+)[>\"]", re.MULTILINE)


def includes(root, name):
    text = verdict.blank(verdict.read(root, name), strings=False)
    for match in INCLUDE.finditer(text):
        yield verdict.line_of(text, match.start()), match.group(1) == '"', match.group(2)


def public_layers(root):
    """Which layer each public header belongs to, from the comments of the umbrella."""
    layer = None
    layers = {}
    for line in verdict.read(root, "include/cadre/cadre.h").splitlines():
        comment = re.match(r"/\* (\w+) \*/$", line)
        include = re.match(r"#include <cadre/(.+)>$", line)
        if comment and comment.group(1) in LAYERS:
            layer = comment.group(1)
        elif include:
            layers[include.group(1)] = layer
    return layers


def sees(layer, other):
    if other == "exchange":
        return layer in ("exchange", "report")
    return LAYERS.index(other) <= LAYERS.index(layer)


def shared(layer, other, path):
    # The fast paths of reader and writer are for tables: see docs/decisions/0002-records.md.
    return (
        other in ("kernel", "base")
        or path.startswith("structure/cadre-tables")
        or path in ("document/cadre-reader-private.h", "document/cadre-writer-private.h")
        # Likewise for the readers of the extracts of others.
        or (layer == "exchange" and path == "document/cadre-csv-reader-private.h")
        # Whatever is written to disk is written whole or not at all.
        or path == "document/cadre-save-private.h"
    )


def private_fault(root, layer, path):
    if path == "config.h":
        return None
    other = path.split("/")[0]
    if "/" not in path or other not in LAYERS:
        return "is neither config.h nor LAYER/cadre-…-private.h"
    if not (root / "lib" / path).is_file():
        return "does not exist"
    if not path.endswith("-private.h"):
        return "is private and not named …-private.h"
    if not sees(layer, other):
        return f"is of {other}, which {layer} does not see"
    if other != layer and not shared(layer, other, path):
        return f"is private to {other}"
    return None


def public_fault(layer, header, public):
    if layer == "kernel":
        return "is more than a kernel may know"
    if header == "cadre.h":
        return "is for users: name the headers that are meant"
    if header not in public:
        return "is not in cadre.h"
    other = public[header]
    if other is not None and not sees(layer, other):
        return f"is of {other}, which {layer} does not see"
    return None


def system_fault(layer, path, name):
    if layer == "kernel":
        return None if path in KERNEL_HEADERS else "is more than a kernel may know"
    if path.startswith("json-glib/"):
        json = layer == "document" and (
            name.startswith("lib/") or name.endswith(JSON_HEADERS)
        )
        return None if json else "is JSON-GLib, which only document sees"
    if layer == "exchange" or SYSTEM.match(path):
        return None
    return "is a library that this layer may not use"


def include_fault(root, name, layer, quoted, path, public):
    if quoted:
        return private_fault(root, layer, path)
    if path.startswith("cadre/"):
        return public_fault(layer, path[len("cadre/") :], public)
    return system_fault(layer, path, name)


def lib_faults(root, name, public):
    layer = name.split("/")[1]
    if layer not in LAYERS:
        return [f"{name}: lib/{layer} is not a layer"]
    faults = []
    found = list(includes(root, name))
    if name.endswith(".c") and (not found or found[0][2] != "config.h"):
        faults.append(f'{name}: "config.h" is not its first include')
    for line, quoted, path in found:
        fault = include_fault(root, name, layer, quoted, path, public)
        if fault:
            faults.append(f"{name}:{line}: {path} {fault}")
    header = name.split("/")[-1][:-2] + ".h"
    if name.endswith(".c") and public.get(header, layer) != layer:
        faults.append(f"{name}: {header} stands under another layer in cadre.h")
    return faults


def header_faults(root, name, public):
    """A public header sees public headers of its own layer and those before it."""
    header = name.split("/")[-1]
    layer = public.get(header)
    faults = []
    for line, quoted, path in includes(root, name):
        if quoted:
            faults.append(f"{name}:{line}: {path} is not public")
            continue
        # A header of no layer, such as the version, is seen by base already.
        fault = include_fault(root, name, layer or "base", quoted, path, public)
        if fault:
            faults.append(f"{name}:{line}: {path} {fault}")
    return faults


def example_faults(root, name):
    return [
        f"{name}:{line}: {path} is not for users: they include <cadre/cadre.h>"
        for line, quoted, path in includes(root, name)
        if (path.startswith("cadre/") and path != "cadre/cadre.h") or "private" in path
    ]


def check(root):
    public = public_layers(root)
    faults = []
    for name in verdict.tree_files(root):
        if name.startswith("lib/") and name.endswith((".c", ".h")):
            faults += lib_faults(root, name, public)
        elif name.startswith("include/cadre/") and name.endswith(".h"):
            if name != "include/cadre/cadre.h":
                faults += header_faults(root, name, public)
        elif name.startswith("examples/") and name.endswith((".c", ".h")):
            faults += example_faults(root, name)
    return faults


UMBRELLA = """#include <cadre/cadre-types.h>
/* base */
#include <cadre/cadre-limits.h>
/* document */
#include <cadre/cadre-reader.h>
/* structure */
#include <cadre/cadre-post.h>
/* exchange */
#include <cadre/cadre-feed.h>
"""
RIGHT = {
    "include/cadre/cadre.h": UMBRELLA,
    "include/cadre/cadre-types.h": "#include <gio/gio.h>\n",
    "include/cadre/cadre-limits.h": "#include <cadre/cadre-types.h>\n",
    "include/cadre/cadre-reader.h": "#include <json-glib/json-glib.h>\n",
    "include/cadre/cadre-post.h": "#include <cadre/cadre-limits.h>\n",
    "include/cadre/cadre-feed.h": "#include <cadre/cadre-post.h>\n",
    "lib/kernel/cadre-sort-private.h": "#include <glib.h>\n",
    "lib/kernel/cadre-sort.c": '#include "config.h"\n#include "kernel/cadre-sort-private.h"\n',
    "lib/base/cadre-limits.c": '#include "config.h"\n#include <cadre/cadre-limits.h>\n',
    "lib/document/cadre-reader-private.h": "#include <json-glib/json-glib.h>\n",
    "lib/structure/cadre-tables-private.h": "",
    "lib/structure/cadre-post-private.h": '#include "kernel/cadre-sort-private.h"\n',
    "lib/structure/cadre-post.c": '#include "config.h"\n#include <cadre/cadre-reader.h>\n',
    "lib/diff/cadre-diff.c": '/* why */\n#include "config.h"\n#include "structure/cadre-tables-private.h"\n',
    "lib/document/cadre-csv-reader-private.h": "",
    "lib/exchange/cadre-feed.c": '#include "config.h"\n#include "document/cadre-csv-reader-private.h"\n#include <yaml.h>\n',
    "lib/report/cadre-paper.c": '#include "config.h"\n#include <cadre/cadre-feed.h>\n',
    "examples/cadre-match.c": "#include <cadre/cadre.h>\n",
}


def c_file(name, *lines):
    return {name: "".join(line + "\n" for line in ('#include "config.h"',) + lines)}


CASES = [
    ("config.h not first", {"lib/base/cadre-limits.c": "#include <glib.h>\n"}, "not its first include"),
    ("a layer to the right", c_file("lib/base/cadre-x.c", "#include <cadre/cadre-post.h>"), "base does not see"),
    (
        "a private header of another layer",
        c_file("lib/diff/cadre-x.c", '#include "structure/cadre-post-private.h"'),
        "private to structure",
    ),
    (
        "the cells of a table outside exchange",
        c_file("lib/report/cadre-x.c", '#include "document/cadre-csv-reader-private.h"'),
        "private to document",
    ),
    ("GObject in a kernel", c_file("lib/kernel/cadre-x.c", "#include <glib-object.h>"), "a kernel may know"),
    ("a public header in a kernel", c_file("lib/kernel/cadre-x.c", "#include <cadre/cadre-limits.h>"), "a kernel may know"),
    ("JSON-GLib outside document", c_file("lib/report/cadre-x.c", "#include <json-glib/json-glib.h>"), "only document"),
    (
        "JSON-GLib in another public header",
        {"include/cadre/cadre-post.h": "#include <json-glib/json-glib.h>\n"},
        "only document",
    ),
    ("exchange seen by matching", c_file("lib/matching/cadre-x.c", "#include <cadre/cadre-feed.h>"), "matching does not see"),
    ("the umbrella in the library", c_file("lib/base/cadre-x.c", "#include <cadre/cadre.h>"), "is for users"),
    ("a library from outside", c_file("lib/diff/cadre-x.c", "#include <libxml/tree.h>"), "may not use"),
    ("a private header in a public one", {"include/cadre/cadre-post.h": '#include "structure/cadre-post-private.h"\n'}, "not public"),
    ("a public header that looks right", {"include/cadre/cadre-limits.h": "#include <cadre/cadre-post.h>\n"}, "base does not see"),
    ("a header without a layer that looks right", {"include/cadre/cadre-types.h": "#include <cadre/cadre-post.h>\n"}, "base does not see"),
    ("a file in no layer", c_file("lib/misc/cadre-x.c"), "not a layer"),
    ("a header under a wrong layer", c_file("lib/diff/cadre-post.c"), "under another layer"),
    ("an example that looks inside", {"examples/cadre-match.c": "#include <cadre/cadre-post.h>\n"}, "not for users"),
]

if __name__ == "__main__":
    verdict.run(check, RIGHT, CASES, "no file includes what its layer may not see")
