#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails when a public symbol or a property has no documentation comment, or one that does not say since when.

gtk-doc says the same, only later, where the manual is built. With a GIR as
second argument the properties and signals that code makes from tables are
judged too.
"""

import collections
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

import declarations
import verdict

BLOCK = re.compile(r"^[ \t]*/\*\*\n(.*?)\*/", re.DOTALL | re.MULTILINE)
TITLE = re.compile(r"[ \t]*\* (SECTION:[\w-]+|[\w:-]+?):?(?: \(.*\))?:?[ \t]*$")
PROPERTY = re.compile(r"\bg_param_spec_\w+ \(\s*\"([\w-]+)\"")
DEFINED = re.compile(r"^G_DEFINE_(?:FINAL_|ABSTRACT_)?TYPE\w* \((\w+),", re.MULTILINE)


def blocks(root):
    """The comment of each symbol by its name: the file and the text, as often as it stands."""
    found = collections.defaultdict(list)
    for name in verdict.tree_files(root):
        if name.startswith(("lib/", "include/")) and name.endswith((".c", ".h", ".h.in")):
            for match in BLOCK.finditer(verdict.read(root, name)):
                title = TITLE.match(match.group(1).split("\n")[0])
                if title:
                    found[title.group(1)].append((name, match.group(1)))
    return found


def properties(root):
    """Each property as TYPE:NAME, for files that define one type."""
    for name in verdict.tree_files(root):
        if name.startswith("lib/") and name.endswith(".c"):
            text = verdict.blank(verdict.read(root, name), strings=False)
            types = DEFINED.findall(text)
            if len(types) == 1:
                for match in PROPERTY.finditer(text):
                    yield f"{types[0]}:{match.group(1)}"


def wanted(root):
    """Each symbol that needs a comment, with what it has to name: arguments or values."""
    parts = {}
    for header in declarations.headers(root):
        for name in [*header.functions, *header.macros, *header.types]:
            if not name.endswith(("_get_type", "_quark")) and not re.match(r"CADRE_(TYPE|IS)_", name):
                parts[name] = header.parts.get(name, [])
    return {**parts, **{name: [] for name in properties(root)}}


def comment_faults(name, parts, texts):
    if len(texts) != 1:
        yield f"{name} has {len(texts)} documentation comments, not one"
        return
    file, text = texts[0]
    if not re.search(r"^[ \t]*\* Since: \d+\.\d+$", text, re.MULTILINE):
        yield f"{file}: the comment of {name} does not say since when"
    for part in parts:
        if not re.search(rf"^[ \t]*\* @{part}:", text, re.MULTILINE):
            yield f"{file}: the comment of {name} says nothing of @{part}"


def check(root):
    found = blocks(root)
    faults = [
        f"{header.section} has no SECTION comment"
        for header in declarations.headers(root)
        if len(found["SECTION:" + header.section]) != 1
    ]
    for name, parts in sorted(wanted(root).items()):
        faults += comment_faults(name, parts, found[name])
    return faults


CORE = "{http://www.gtk.org/introspection/core/1.0}"
SIGNAL = "{http://www.gtk.org/introspection/glib/1.0}signal"


def gir_faults(text):
    for owner in ElementTree.fromstring(text).iter(CORE + "class"):
        for node in owner.findall(CORE + "property") + owner.findall(SIGNAL):
            if node.find(CORE + "doc") is None:
                sign = "::" if node.tag == SIGNAL else ":"
                yield f"Cadre{owner.get('name')}{sign}{node.get('name')} has no documentation comment"


def prove_gir(tap):
    gir = """<repository xmlns="http://www.gtk.org/introspection/core/1.0"><class name="Post">
      <property name="tier"><doc>Its rung.</doc></property></class></repository>"""
    tap.result("the right GIR passes", gir_faults(gir))
    faults = list(gir_faults(gir.replace("<doc>Its rung.</doc>", "")))
    good = len(faults) == 1 and "CadrePost:tier" in faults[0]
    tap.result("refused: a property from a table without a comment", [] if good else [f"given: {faults}"])


COMMENTS = """/**
 * SECTION:cadre-post
 */
/**
 * CadreMove:
 * @CADRE_MOVE_UP: to a rung above
 *
 * Since: 1.0
 */
/**
 * CadrePost:
 *
 * A place.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadrePost, cadre_post, G_TYPE_OBJECT)
  /**
   * CadrePost:tier:
   *
   * Its rung.
   *
   * Since: 1.0
   */
  props[PROP_TIER] = g_param_spec_int ("tier", NULL, NULL, 1, 9, 1, flags);
/**
 * cadre_post_move: (skip)
 * @self: a #CadrePost
 * @how: (nullable): how
 *
 * Moves it.
 *
 * Since: 1.0
 */
"""
RIGHT = {
    "include/cadre/cadre-post.h": "CADRE_AVAILABLE_IN_1_0\nvoid cadre_post_move (CadrePost *self,\n const char *how);\n"
    "typedef enum\n{\n  CADRE_MOVE_UP = 0, /* at first */\n} CadreMove;\n"
    "typedef struct _CadrePost CadrePost;\n#define CADRE_TYPE_POST (cadre_post_get_type ())\n",
    "lib/structure/cadre-post.c": COMMENTS,
}


def changed(old, new):
    return {"lib/structure/cadre-post.c": COMMENTS.replace(old, new, 1)}


CASES = [
    ("a function without a comment", changed("cadre_post_move:", "cadre_post_moves:"), "cadre_post_move has 0"),
    ("a type without a comment", changed("* CadrePost:\n", "* CadrePosts:\n"), "CadrePost has 0"),
    ("a property without a comment", changed("CadrePost:tier:", "CadrePost:rung:"), "CadrePost:tier has 0"),
    ("a comment twice", {"lib/structure/other.c": COMMENTS}, "cadre_post_move has 2"),
    ("no version", changed("Moves it.\n *\n * Since: 1.0", "Moves it."), "does not say since when"),
    ("an argument without a word", changed("@how:", "@why:"), "says nothing of @how"),
    ("a value without a word", changed("@CADRE_MOVE_UP:", "@CADRE_MOVE:"), "says nothing of @CADRE_MOVE_UP"),
    ("a header without a section", changed("SECTION:cadre-post", "SECTION:cadre-posts"), "no SECTION"),
    ("a macro without a comment", {"include/cadre/cadre-x.h": "#define CADRE_X 1\n"}, "CADRE_X has 0"),
]

if __name__ == "__main__":
    tap = verdict.Tap()
    verdict.prove(tap, check, RIGHT, CASES)
    prove_gir(tap)
    tap.result("every public symbol has its comment", check(pathlib.Path(sys.argv[1])))
    if len(sys.argv) > 2:
        gir = pathlib.Path(sys.argv[2]).read_text(encoding="utf-8")
        tap.result("every property and signal has its comment", gir_faults(gir))
    tap.finish()
