# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the checks of this folder share: the tree they read, and their verdict as TAP.

A check is a function that takes the root of a source tree and gives a list of
faults, each a line of text. It first has to refuse every case of its own list
of small wrong trees, and to pass the right one, or it proves nothing.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

C_WORDS = re.compile(
    r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL
)


def tree_files(root):
    """The files that belong to the project, as sorted relative paths.

    A tree without git (a release, an archive) has no list of its own: there
    everything counts but build folders.
    """
    root = pathlib.Path(root)
    names = git_files(root) if (root / ".git").exists() else None
    if names is None:
        names = walked_files(root)
    return sorted(name for name in names if (root / name).is_file())


def git_files(root):
    command = ["git", "-C", str(root), "ls-files", "-z"]
    command += ["--cached", "--others", "--exclude-standard"]
    try:
        out = subprocess.run(command, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    return [name for name in os.fsdecode(out).split("\0") if name]


def walked_files(root):
    for folder, folders, files in os.walk(root):
        top = pathlib.Path(folder) == root
        folders[:] = [
            name
            for name in folders
            if name not in (".git", "__pycache__") and not (top and name.startswith("_"))
        ]
        for name in files:
            yield os.path.relpath(os.path.join(folder, name), root)


def read(root, name):
    return (pathlib.Path(root) / name).read_text(encoding="utf-8", errors="replace")


def blank(text, strings=True):
    """C text with its comments, and its strings if asked, made blank; lines stay where they were."""

    def hide(match):
        word = match.group(0)
        if word[0] in "\"'":
            if not strings:
                return word
            return word[0] + " " * (len(word) - 2) + word[-1]
        return re.sub(r"[^\n]", " ", word)

    return C_WORDS.sub(hide, text)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


class Tap:
    """Numbers and prints the results."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def result(self, name, faults=()):
        self.count += 1
        faults = list(faults)
        if faults:
            self.failed += 1
        print(f"{'not ok' if faults else 'ok'} {self.count} - {name}")
        for fault in faults:
            print(f"# {fault}")
        sys.stdout.flush()

    def finish(self):
        print(f"1..{self.count}")
        sys.exit(1 if self.failed else 0)


def skip(reason):
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)


def plant(folder, files):
    for name, text in files.items():
        path = pathlib.Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def faults_of(check, files):
    with tempfile.TemporaryDirectory() as folder:
        plant(folder, files)
        return check(pathlib.Path(folder))


def prove(tap, check, right, cases):
    """Has the check refuse each case: a name, what replaces files of the right tree, words of the fault."""
    tap.result("the right tree passes", faults_of(check, right))
    for name, change, words in cases:
        faults = faults_of(check, {**right, **change})
        found = any(words in fault for fault in faults)
        tap.result(
            f"refused: {name}",
            [] if found else [f'no fault says "{words}"'] + [f"given: {f}" for f in faults],
        )


def run(check, right, cases, title):
    """The whole of an ordinary check: proof first, then the tree named by the first argument."""
    tap = Tap()
    prove(tap, check, right, cases)
    tap.result(title, check(pathlib.Path(sys.argv[1])))
    tap.finish()
