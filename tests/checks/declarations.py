# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reads what the public headers declare, in the plain form that they are written in."""

import re

import verdict

HEADER_FOLDER = "include/cadre/"
DECORATOR = re.compile(r"CADRE_AVAILABLE_IN_\d+_\d+$")
DECLARE_TYPE = re.compile(
    r"G_DECLARE_(?:FINAL_TYPE|DERIVABLE_TYPE|INTERFACE) \((\w+), (\w+), (\w+), (\w+), \w+\)"
)


class Header:
    """One header: its functions with the line before each, its macros and its types."""

    def __init__(self, name, text):
        self.name = name
        self.section = name[: -len(".h.in")] if name.endswith(".in") else name[: -len(".h")]
        self.text = text
        self.functions = {}  # name: whether it is decorated
        self.parts = {}  # name of a function or an enumeration: its arguments or values
        self.types = set()
        self.enums = set()
        self.macros = set()
        self.read()

    def read(self):
        plain = verdict.blank(self.text)
        for match in re.finditer(r"^#define (\w+)", plain, re.MULTILINE):
            self.macros.add(match.group(1))
        plain = re.sub(r"^#(?:.*\\\n)*.*", "", plain, flags=re.MULTILINE)
        plain = re.sub(r"^G_(BEGIN|END)_DECLS$", "", plain, flags=re.MULTILINE)
        for chunk in split_declarations(plain):
            self.declaration(chunk)

    def declaration(self, text):
        words = text.strip()
        first, _, rest = words.partition("\n")
        decorated = DECORATOR.match(first.strip()) is not None
        if decorated:
            words = rest.strip()
        declared = DECLARE_TYPE.match(words)
        if declared:
            self.functions[declared.group(2) + "_get_type"] = decorated
            self.types.add(declared.group(1))
            if "DERIVABLE" in words:
                self.types.add(declared.group(1) + "Class")
            elif "INTERFACE" in words:
                self.types.add(declared.group(1) + "Interface")
        elif words.startswith("typedef"):
            self.typedef(words)
        elif not re.match(r"(struct|union|G_DEFINE_|G_STATIC_)", words):
            match = re.search(r"(\w+) ?\(", words)
            if match:
                self.functions[match.group(1)] = decorated
                self.parts[match.group(1)] = arguments(words[match.end() :])

    def typedef(self, words):
        pointer = re.search(r"\(\*\s*(\w+)\)", words)
        name = pointer.group(1) if pointer else re.findall(r"\w+", words)[-1]
        self.types.add(name)
        if re.match(r"typedef enum\b", words):
            self.enums.add(name)
            self.parts[name] = re.findall(r"^\s*([A-Z]\w*)\b", words, re.MULTILINE)


def arguments(text):
    """The names in the text after the opening parenthesis of a function's arguments."""
    depth, end = 1, 0
    while depth and end < len(text):
        depth += (text[end] == "(") - (text[end] == ")")
        end += 1
    names = [re.findall(r"\w+", argument) for argument in text[: end - 1].split(",")]
    return [words[-1] for words in names if words and words != ["void"]]


def split_declarations(plain):
    """The declarations of a header, cut at semicolons outside braces and after each G_DECLARE_…()."""
    chunk, depth = [], 0
    for line in plain.split("\n"):
        if not line.strip():
            continue
        chunk.append(line)
        depth += line.count("{") - line.count("}")
        text = "\n".join(chunk)
        closed = text.count("(") == text.count(")")
        one_line = re.match(r"(?:CADRE_AVAILABLE_IN_\w+\n)?G_D(ECLARE|EFINE)_\w+ \(", text)
        if depth == 0 and closed and (line.rstrip().endswith(";") or one_line):
            yield text
            chunk = []
    if chunk:
        yield "\n".join(chunk)


def headers(root):
    """The public headers but the umbrella, templates too where they are no enumeration templates."""
    found = []
    for name in verdict.tree_files(root):
        base = name[len(HEADER_FOLDER) :]
        if not name.startswith(HEADER_FOLDER) or "/" in base or base.startswith("cadre-enum-types"):
            continue
        if base.endswith((".h", ".h.in")) and base != "cadre.h":
            found.append(Header(base, verdict.read(root, name)))
    return found


def snake(name):
    """cadre_post_status of CadrePostStatus."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def exported(found):
    """The functions that the headers promise, those of the enumeration types among them."""
    names = set()
    for header in found:
        names |= set(header.functions)
        names |= {snake(name) + "_get_type" for name in header.enums}
    return names
