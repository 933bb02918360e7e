#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Fails on functions that are too long, too deep or recursive, on calls that have no place here, and on long files.

A function is what stands between a { and a } in the first column, as
clang-format lays it out.
"""

import re

import verdict

WARN_LINES = 40
MOST_LINES = 80
MOST_DEPTH = 4
MOST_FILE_LINES = 600

# A call, and what to do instead.
BANNED = {
    r"strto(d|f|ld)|atof": "depends on the locale: g_ascii_strtod",
    r"atoi|atol|atoll": "hides errors: g_ascii_string_to_signed",
    r"strn?casecmp": "depends on the locale: g_ascii_strcasecmp",
    r"is(alpha|digit|alnum|space|upper|lower|punct|xdigit|print|cntrl|graph)": "depends on the locale: g_ascii_isalpha …",
    r"to(lower|upper)": "depends on the locale: g_ascii_tolower …",
    r"g_utf8_(strdown|strup|collate\w*)": "depends on the locale",
    r"g_error|g_assert\w*|abort": "ends the process of the caller",
    r"s?rand|rand_r|drand48": "is not our documented generator",
    r"gets|strcpy|strcat|v?sprintf": "has no bound",
    r"localtime|gmtime|time|g_date_time_new_now\w*|g_get_real_time": "reads the clock",
    r"g_date_set_parse|strptime": "guesses: cadre_date_new_from_text",
    r"(g_|secure_)?getenv": "is an input that no caller sees",
    r"g_?alloca|g_alloca|g_newa0?": "is bounded by a stack of 64 KiB",
}
BANNED_IN_LIB = {
    r"setlocale": "belongs to the program",
    r"g_ascii_string_to_(un)?signed": "fails where threads come at once: cadre_integer_parse",
    r"g_hash_table_(foreach\w*|iter_init|get_keys\w*|get_values\w*|find)": "walks in the order of hashes",
    r"exit|_exit": "ends the process of the caller",
    r"g_print|g_printerr|printf|fprintf|puts|fputs|putchar|g_message|g_critical|g_warning": "prints: a library returns",
}
FLOAT_FORMAT = re.compile(r"%[-+#0']*[\d*]*(?:\.[\d*]+)?[lL]?[aefgAEFG]")
STATEMENT_WORD = re.compile(r"[A-Za-z_]\w*|[{}();:]|[^\s\w]")


class Function:
    def __init__(self, name, line, lines, body):
        self.name, self.line, self.lines, self.body = name, line, lines, body


def functions(text):
    """The function definitions in C text without comments, strings and preprocessor lines."""
    lines = text.split("\n")
    start = None
    for number, line in enumerate(lines):
        if line.startswith("{") and head_of(lines, number):
            start = number
        elif line.startswith("}") and start is not None:
            name, at = head_of(lines, start)
            yield Function(name, at + 1, number - start + 1, "\n".join(lines[start : number + 1]))
            start = None


def head_of(lines, number):
    """The name before the { in this line, and its line, if that is a function's."""
    for at in range(number - 1, max(number - 40, -1), -1):
        if not lines[at].strip() or re.match(r"typedef|struct|union|enum", lines[at]):
            return None
        match = re.match(r"(?:[\w*]+\s+)*?\**(\w+) ?\(", lines[at])
        if match and match.group(1) not in ("G_GNUC_PRINTF", "__attribute__"):
            return match.group(1), at
    return None


def without_directives(text):
    """Blanks #-lines with their continuations, so that macros are no functions."""
    return re.sub(
        r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*",
        lambda match: re.sub(r"[^\n]", " ", match.group(0)),
        text,
        flags=re.MULTILINE,
    )


class Depth:
    """How deep if, for, while, do and switch stand inside each other."""

    def __init__(self, body):
        self.words = STATEMENT_WORD.findall(body)
        self.at = 0
        self.most = 0
        self.block(0)

    def word(self):
        return self.words[self.at] if self.at < len(self.words) else "}"

    def brackets(self):
        """Goes past one balanced pair of parentheses or braces."""
        open_, close = ("(", ")") if self.word() == "(" else ("{", "}")
        level = 0
        while self.at < len(self.words):
            level += (self.word() == open_) - (self.word() == close)
            self.at += 1
            if level == 0:
                return

    def block(self, depth):
        self.at += 1
        while self.at < len(self.words) and self.word() != "}":
            self.statement(depth)
        self.at += 1

    def statement(self, depth):
        self.most = max(self.most, depth)
        word = self.word()
        if word == "{":
            self.block(depth)
        elif word in ("if", "for", "while", "switch"):
            self.control(word, depth)
        elif word == "do":
            self.at += 1
            self.statement(depth + 1)
            self.plain(depth)
        elif word in ("case", "default"):
            while self.word() not in (":", "}"):
                self.at += 1
            self.at += 1
        else:
            self.plain(depth)

    def control(self, word, depth):
        self.at += 1
        self.brackets()
        self.statement(depth + 1)
        if word == "if" and self.word() == "else":
            self.at += 1
            self.statement(depth if self.word() == "if" else depth + 1)

    def plain(self, depth):
        """An expression, a declaration, or a loop made by a macro."""
        first = True
        while self.at < len(self.words) and self.word() not in (";", "}"):
            if self.word() in ("(", "{"):
                was_call = first and self.word() == "("
                self.brackets()
                if was_call and self.word() == "{":
                    self.statement(depth + 1)
                    return
                first = False
            else:
                self.at += 1
        if self.word() == ";":
            self.at += 1


def recursion(found):
    """The functions of one file that can come back to themselves."""
    names = {function.name for function in found}
    calls = {
        function.name: names & set(re.findall(r"\b(\w+) ?\(", function.body)) for function in found
    }
    looping = []
    for name in calls:
        seen, todo = set(), [name]
        while todo:
            for other in calls[todo.pop()] - seen:
                seen.add(other)
                todo.append(other)
        if name in seen:
            looping.append(name)
    return looping


def call_faults(name, text, banned):
    for pattern, reason in banned.items():
        for match in re.finditer(rf"(?<![\w.>])({pattern}) ?\(", text):
            yield f"{name}:{verdict.line_of(text, match.start())}: {match.group(1)}() {reason}"


def float_faults(name, text):
    """Floats printed by anything but g_ascii_formatd()."""
    for word in verdict.C_WORDS.finditer(text):
        if not word.group(0).startswith('"') or not FLOAT_FORMAT.search(word.group(0).replace("%%", "")):
            continue
        statement = text[max(text.rfind(";", 0, word.start()), 0) : word.start()]
        if "g_ascii_formatd (" not in statement:
            line = verdict.line_of(text, word.start())
            yield f"{name}:{line}: prints a float in the caller's locale: g_ascii_formatd"


def shape_faults(name, found):
    for function in found:
        place = f"{name}:{function.line}: {function.name}()"
        if function.lines > MOST_LINES:
            yield f"{place} has {function.lines} lines, over {MOST_LINES}"
        elif function.lines > WARN_LINES:
            print(f"# warning: {place} has {function.lines} lines")
        depth = Depth(function.body).most
        if depth > MOST_DEPTH:
            yield f"{place} is nested {depth} deep, over {MOST_DEPTH}"


def file_faults(name, source):
    plain = verdict.blank(source)
    found = list(functions(without_directives(plain)))
    lines = source.count("\n")
    if lines > MOST_FILE_LINES:
        yield f"{name}: has {lines} lines, over {MOST_FILE_LINES}: split it by duty"
    yield from shape_faults(name, found)
    for other in recursion(found):
        yield f"{name}: {other}() is recursive: use a loop with a stack of its own"
    yield from call_faults(name, plain, BANNED)
    if name.startswith("lib/"):
        yield from call_faults(name, plain, BANNED_IN_LIB)
    for match in re.finditer(r"\bgoto\b", plain):
        yield f"{name}:{verdict.line_of(plain, match.start())}: goto"
    yield from float_faults(name, verdict.blank(source, strings=False))


def check(root):
    faults = []
    for name in verdict.tree_files(root):
        if name.startswith(("lib/", "examples/")) and name.endswith((".c", ".h")):
            faults += file_faults(name, verdict.read(root, name))
    return faults


def body(*lines):
    return "static void\nwork (int a,\n      int b)\n{\n" + "".join(f"  {l}\n" for l in lines) + "}\n"


DEEP = "if (a) { for (;;) while (b) { switch (a) { case 1: if (b) a++; } } }"
NOT_DEEP = "if (a) b++; else if (b) a++; else if (a > 1) { do if (b) a--; while (a); } else a = 0;"
RIGHT = {
    "lib/base/right.c": body(
        "/* strtod (x) and %f are only words here */",
        'const char *words = "strtod (x), 100 %";',
        "const Case cases[] = { { 1, f (2) } };",
        NOT_DEEP,
        'g_ascii_formatd (buffer, sizeof buffer, "%.17g", value);',
        "self->time (a);",
    )
    + "static void\nother (void)\n{\n  work (1, 2);\n}\n"
    + "static const int table[] = {\n"
    + "  1,\n" * 100
    + "};\n",
    "examples/right.c": body('setlocale (LC_ALL, "");', 'g_print ("%d %%f", a);'),
}


def planted(*lines):
    return {"lib/base/wrong.c": body(*lines)}


CASES = [
    ("a function of 81 lines", planted(*["a++;"] * 79), "has 81 lines"),
    ("five levels", planted(DEEP), "nested 5 deep"),
    ("five levels without braces", planted("if (a) for (;;) while (b) do if (b) a++; while (a);"), "nested 5"),
    ("five levels by a macro", planted("FOR_EACH (a) { if (a) if (a) if (a) if (b) a++; }"), "nested 5"),
    ("a function that calls itself", planted("work (a, b);"), "work() is recursive"),
    (
        "two functions that call each other",
        {"lib/base/wrong.c": body("other ();") + "void\nother (void)\n{\n  work (1, 2);\n}\n"},
        "other() is recursive",
    ),
    ("strtod in a macro", {"lib/base/wrong.c": "#define READ(x) \\\n  strtod (x, NULL)\n"}, "strtod()"),
    ("a file of 601 lines", {"lib/base/wrong.c": "\n" * 601}, "over 600"),
    ("strtod", planted("a = strtod (text, NULL);"), "strtod()"),
    ("a number by way of errno", planted("g_ascii_string_to_signed (a, 10, 0, 9, &b, NULL);"), "threads come at once"),
    ("isalpha", planted("if (isalpha (a)) b++;"), "isalpha()"),
    ("strcasecmp", planted("return strcasecmp (a, b);"), "strcasecmp()"),
    ("g_utf8_strdown", planted("g_utf8_strdown (a, -1);"), "g_utf8_strdown()"),
    ("g_assert_not_reached", planted("g_assert_not_reached ();"), "g_assert_not_reached()"),
    ("g_error", planted('g_error ("no");'), "g_error()"),
    ("sprintf", planted('sprintf (a, "x");'), "sprintf()"),
    ("the clock", planted("a = time (NULL);"), "reads the clock"),
    ("g_getenv", planted('g_getenv ("HOME");'), "g_getenv()"),
    ("setlocale in the library", planted("setlocale (LC_ALL, NULL);"), "setlocale()"),
    ("printing in the library", planted('g_print ("x");'), "g_print()"),
    ("a walk over a hash table", planted("g_hash_table_iter_init (&iter, table);"), "order of hashes"),
    ("goto", planted("goto fail;"), "goto"),
    ("a float in a format", planted('g_strdup_printf ("%.2f", a);'), "prints a float"),
    ("a float in an example", {"examples/x.c": body('g_print ("%g", a);')}, "prints a float"),
]

if __name__ == "__main__":
    verdict.run(check, RIGHT, CASES, "functions are short, flat and call nothing banned")
