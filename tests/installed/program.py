# SPDX-License-Identifier: LGPL-2.1-or-later
"""A program of somebody else, with the installed override."""

import datetime
import fractions
import sys

import gi

gi.require_version("Cadre", "1")
from gi.repository import Cadre, GLib  # noqa: E402

TEXT = b'{"cadre": "structure", "version": 1, "as-of": "2007-04-12", "posts": [{"id": "P1", "fte": 0.6}]}'

override = sys.modules["gi.overrides.Cadre"].__file__
assert override.startswith(sys.argv[1]), f"the override is that of {override}"
structure = Cadre.Structure.load_bytes(GLib.Bytes.new(TEXT), None, None)
assert structure.get_as_of() == datetime.date(2007, 4, 12)
assert structure.find_post("P1").get_fte() == fractions.Fraction(3, 5)
print("Python:", Cadre.Limits.new_bounded().props.max_depth, structure)
