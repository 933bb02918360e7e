#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails unless every public symbol stands in exactly one section of the reference manual.

gtk-doc checks this too, and that each has a comment, but only where the manual
is built. After adding public symbols: ninja -C BUILD sections-update
"""

import collections
import pathlib
import re
import sys

import declarations
import verdict

SECTIONS = "docs/reference/cadre-sections.txt"
MANUAL = "docs/reference/cadre-docs.xml"
# Macros that are no part of what a user calls.
HIDDEN = ("CADRE_INSIDE", "CADRE_COMPILATION")


class Section:
    def __init__(self, name):
        self.name = name
        self.parts = collections.OrderedDict({"": []})

    def text(self):
        lines = ["<SECTION>", f"<FILE>{self.name}</FILE>"]
        for part, words in self.parts.items():
            if part and words:
                lines.append(f"<SUBSECTION {part}>")
            lines += words
        return "\n".join(lines + ["</SECTION>"]) + "\n"


def parse(text):
    sections, section, part = [], None, ""
    for line in text.splitlines():
        line = line.strip()
        file = re.match(r"<FILE>(.+)</FILE>", line)
        if file:
            section, part = Section(file.group(1)), ""
            sections.append(section)
        elif line.startswith("<SUBSECTION"):
            part = line[len("<SUBSECTION") : -1].strip()
            section.parts.setdefault(part, [])
        elif line and section is not None and not line.startswith(("<", "#")):
            section.parts[part].append(line)
    return sections


def standard(word):
    return bool(re.match(r"CADRE_TYPE_|CADRE_IS_", word) or word.endswith(("_get_type", "_quark")))


def symbols(header):
    """What a header gives to a section, in the order in which a reader wants it."""
    words = sorted(header.types) + sorted(header.macros) + list(header.functions)
    words += [declarations.snake(name) + "_get_type" for name in sorted(header.enums)]
    words += [
        re.sub(r"^CADRE_", "CADRE_TYPE_", declarations.snake(name).upper())
        for name in sorted(header.enums)
    ]
    return [word for word in words if word not in HIDDEN]


def places(sections):
    found = collections.defaultdict(list)
    for section in sections:
        for words in section.parts.values():
            for word in words:
                found[word].append(section.name)
    return found


def check(root):
    sections = parse(verdict.read(root, SECTIONS))
    found = places(sections)
    declared = set()
    faults = []
    for header in declarations.headers(root):
        for word in symbols(header):
            declared.add(word)
            if found[word] != [header.section]:
                stands = ", ".join(found[word]) or "no section"
                faults.append(
                    f"{word} stands in {stands}, not once in {header.section}: run ninja sections-update"
                )
    faults += [f"{word} is in {SECTIONS} and in no header" for word in sorted(set(found) - declared) if found[word]]
    manual = verdict.read(root, MANUAL)
    for section in sections:
        if manual.count(f"xml/{section.name}.xml") != 1:
            faults.append(f"{section.name} does not stand once in {MANUAL}, in the part of its layer")
    return faults


def update(root):
    """Puts every symbol into the section of its header; what already stands right stays in its order."""
    old = {section.name: section for section in reversed(parse(verdict.read(root, SECTIONS)))}
    text = []
    for header in declarations.headers(root):
        words = symbols(header)
        was = old.get(header.section, Section(header.section))
        section = Section(header.section)
        stood = set()
        for part, listed in was.parts.items():
            kept = [word for word in dict.fromkeys(listed) if word in words and word not in stood]
            stood |= set(kept)
            section.parts[part] = kept
        for word in words:
            if word not in stood:
                section.parts.setdefault("Standard" if standard(word) else "", []).append(word)
        if "Standard" in section.parts:
            section.parts.move_to_end("Standard")
        text.append(section.text())
    (root / SECTIONS).write_text("\n".join(text))
    update_manual(root)


def update_manual(root):
    """Puts each section that the manual lacks at the end of its layer's part."""
    manual = verdict.read(root, MANUAL)
    layers = layers_of(root)
    for section in parse(verdict.read(root, SECTIONS)):
        include = f'    <xi:include href="xml/{section.name}.xml"/>\n'
        if f"xml/{section.name}.xml" in manual:
            continue
        start = manual.index(f'<part id="part-{layers[section.name]}">')
        end = manual.index("  </part>", start)
        manual = manual[:end] + include + manual[end:]
    (root / MANUAL).write_text(manual)


def layers_of(root):
    """The layer of each header, from the comments of the umbrella; what stands above them is base."""
    layers, layer = {}, "base"
    for line in verdict.read(root, "include/cadre/cadre.h").splitlines():
        comment = re.match(r"/\* (\w+) \*/$", line)
        include = re.match(r"#include <cadre/(.+)\.h>$", line)
        if comment:
            layer = comment.group(1)
        elif include:
            layers[include.group(1)] = layer
    return layers


HEADER = """CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadrePost, cadre_post, CADRE, POST, GObject)
#define CADRE_TYPE_POST (cadre_post_get_type ())
CADRE_AVAILABLE_IN_1_0
void cadre_post_move (CadrePost *self);
typedef enum
{
  CADRE_MOVE_UP = 0,
} CadreMove;
"""
LISTED = """<SECTION>
<FILE>cadre-post</FILE>
CadrePost
CadreMove
cadre_post_move
<SUBSECTION Standard>
CADRE_TYPE_POST
CADRE_TYPE_MOVE
cadre_move_get_type
cadre_post_get_type
</SECTION>
"""
RIGHT = {
    "include/cadre/cadre-post.h": HEADER,
    SECTIONS: LISTED,
    "include/cadre/cadre.h": "/* structure */\n#include <cadre/cadre-post.h>\n",
    MANUAL: '  <part id="part-structure">\n    <xi:include href="xml/cadre-post.xml"/>\n  </part>\n',
}
CASES = [
    ("a function in no section", {SECTIONS: LISTED.replace("cadre_post_move\n", "")}, "cadre_post_move stands in no section"),
    (
        "a function twice",
        {SECTIONS: LISTED.replace("<SUB", "cadre_post_move\n<SUB")},
        "cadre_post_move stands in cadre-post, cadre-post",
    ),
    ("a symbol that is gone", {SECTIONS: LISTED.replace("<SUB", "cadre_old\n<SUB")}, "cadre_old is in"),
    ("a type in no section", {SECTIONS: LISTED.replace("CadreMove\n", "")}, "CadreMove stands in no section"),
    ("a section that no part includes", {MANUAL: '  <part id="part-structure">\n  </part>\n'}, "does not stand once"),
]


def prove_update(tap):
    """The update mends all that the check refuses, and changes nothing that is right."""

    def mended(root):
        update(root)
        faults = check(root)
        again = verdict.read(root, SECTIONS)
        update(root)
        return faults + ([] if verdict.read(root, SECTIONS) == again else ["the second update differs"])

    for name, change, _ in CASES:
        tap.result(f"mended: {name}", verdict.faults_of(mended, {**RIGHT, **change}))


if __name__ == "__main__":
    if "--update" in sys.argv:
        update(pathlib.Path(sys.argv[1]))
    else:
        tap = verdict.Tap()
        verdict.prove(tap, check, RIGHT, CASES)
        prove_update(tap)
        tap.result("every public symbol is in the manual once", check(pathlib.Path(sys.argv[1])))
        tap.finish()
