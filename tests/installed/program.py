# SPDX-License-Identifier: LGPL-2.1-or-later
"""A program of somebody else, with the installed override."""

import sys

import gi

gi.require_version("Cadre", "1")
from gi.repository import Cadre  # noqa: E402

override = sys.modules["gi.overrides.Cadre"].__file__
assert override.startswith(sys.argv[1]), f"the override is that of {override}"
print("Python:", Cadre.Limits.new_bounded().props.max_depth)
