#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails when a public symbol or a property has no documentation comment, or one that does not say since when.

gtk-doc says the same, only later, where the manual is built.
"""

import collections
import re

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
    for header in declarations.headers(root):
        standard = [header.functions, header.macros]
        for names in standard:
            for name in names:
                if not name.endswith(("_get_type", "_quark")) and not re.match(r"CADRE_(TYPE|IS)_", name):
                    yield name
        yield from header.types
    yield from properties(root)


def check(root):
    found = blocks(root)
    faults = []
    for name in sorted(set(wanted(root))):
        texts = found[name]
        if len(texts) != 1:
            faults.append(f"{name} has {len(texts)} documentation comments, not one")
        elif not re.search(r"^[ \t]*\* Since: \d+\.\d+$", texts[0][1], re.MULTILINE):
            faults.append(f"{texts[0][0]}: the comment of {name} does not say since when")
    return faults


COMMENTS = """/**
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
 *
 * Moves it.
 *
 * Since: 1.0
 */
"""
RIGHT = {
    "include/cadre/cadre-post.h": "CADRE_AVAILABLE_IN_1_0\nvoid cadre_post_move (CadrePost *self);\n"
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
    ("a macro without a comment", {"include/cadre/cadre-x.h": "#define CADRE_X 1\n"}, "CADRE_X has 0"),
]

if __name__ == "__main__":
    verdict.run(check, RIGHT, CASES, "every public symbol and property has its comment")
