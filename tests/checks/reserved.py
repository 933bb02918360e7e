#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails when a name in the GIR is a keyword of a language that will use it."""

import sys
import xml.etree.ElementTree as ElementTree

import verdict

CORE = "{http://www.gtk.org/introspection/core/1.0}"
SIGNAL = "{http://www.gtk.org/introspection/glib/1.0}signal"

KEYWORDS = {
    "Python": "False None True and as assert async await break class continue def del elif else except "
    "finally for from global if import in is lambda nonlocal not or pass raise return try while with yield",
    "Lua": "and break do else elseif end false for function goto if in local nil not or repeat return then "
    "true until while",
    "JavaScript": "arguments await break case catch class const continue debugger default delete do else enum "
    "eval export extends false finally for function if implements import in instanceof interface let new null "
    "package private protected public return static super switch this throw true try typeof var void while "
    "with yield",
    "Vala": "abstract as async base break case catch class const construct continue default delegate delete do "
    "dynamic else ensures enum errordomain extern false finally for foreach global if in inline interface "
    "internal is lock namespace new null out override owned params private protected public requires return "
    "sealed signal sizeof static struct switch this throw throws true try typeof unlock unowned using var "
    "virtual void volatile weak while yield",
    "C++": "alignas alignof and and_eq asm auto bitand bitor bool break case catch char class compl concept "
    "const consteval constexpr const_cast continue co_await co_return co_yield decltype default delete do "
    "double dynamic_cast else enum explicit export extern false float for friend goto if inline int long "
    "mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public register "
    "reinterpret_cast requires return short signed sizeof static static_assert static_cast struct switch "
    "template this thread_local throw true try typedef typeid typename union unsigned using virtual void "
    "volatile wchar_t while xor xor_eq",
    # Not reserved, but they hide what every Python or GObject programmer expects there.
    "common sense": "type",
}
CALLABLES = ("function", "method", "virtual-method", "callback")


def names(tree):
    """Each (kind, owner, name) that a binding turns into an identifier."""
    for owner in tree.iter():
        where = owner.get("name") or ""
        for node in owner:
            kind = node.tag.replace(CORE, "")
            if kind in CALLABLES or kind == "property" or kind == "field" or node.tag == SIGNAL:
                yield kind.split("}")[-1], where, node.get("name")
            if kind == "parameters":
                for parameter in node.findall(CORE + "parameter"):
                    yield "argument", where, parameter.get("name")


def check(text):
    faults = set()
    for kind, where, name in names(ElementTree.fromstring(text)):
        plain = (name or "").replace("-", "_")
        for language, words in KEYWORDS.items():
            if plain in words.split():
                faults.add(f"{kind} {name} of {where} is a keyword of {language}")
    return sorted(faults)


GIR = """<repository xmlns="http://www.gtk.org/introspection/core/1.0"
 xmlns:glib="http://www.gtk.org/introspection/glib/1.0"><namespace name="Cadre"><class name="Post">
 <constructor name="new"/><property name="valid-from"/>
 <method name="copy"><parameters><parameter name="kind"/></parameters></method>
 <glib:signal name="moved"/></class></namespace></repository>"""
CASES = [
    ("a property named from", "valid-from", "from", "property from of Post is a keyword of Python"),
    ("an argument named end", '"kind"', '"end"', "argument end of copy is a keyword of Lua"),
    ("a method named delete", '"copy"', '"delete"', "method delete of Post is a keyword of C++"),
    ("a signal named default", '"moved"', '"default"', "signal default of Post is a keyword of JavaScript"),
    ("an argument named owned", '"kind"', '"owned"', "argument owned of copy is a keyword of Vala"),
    ("a property named type", "valid-from", "type", "property type of Post"),
]

if __name__ == "__main__":
    tap = verdict.Tap()
    tap.result("the right names pass", check(GIR))
    for name, old, new, words in CASES:
        faults = check(GIR.replace(old, new, 1))
        tap.result(f"refused: {name}", [] if any(words in f for f in faults) else [f"given: {faults}"])
    with open(sys.argv[1], encoding="utf-8") as gir:
        tap.result("no name is a keyword", check(gir.read()))
    tap.finish()
