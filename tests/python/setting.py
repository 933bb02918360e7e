# SPDX-License-Identifier: LGPL-2.1-or-later
"""What all test programs of this folder begin with: Cadre with the tree's override, and the sources."""

import os
import pathlib

import gi

gi.require_version("Cadre", "1")
gi.require_version("Json", "1.0")

from gi.repository import Cadre, Gio, GLib, Json  # noqa: E402

ROOT = pathlib.Path(os.environ["G_TEST_SRCDIR"]).parent
DATA = ROOT / "examples" / "data"

FULL = Cadre.Redaction.new(Cadre.RedactionLevel.FULL)


def data_file(name):
    return Gio.File.new_for_path(str(DATA / f"{name}.json"))


def load(name):
    return Cadre.Structure.load(data_file(name), None, None)


def to_bytes(text):
    return GLib.Bytes.new(text if isinstance(text, bytes) else text.encode())


def load_text(members):
    """A structure of the members of a document, as JSON text."""
    return Cadre.Structure.load_bytes(to_bytes('{"cadre": "structure", "version": 1, ' + members + "}"), None, None)
