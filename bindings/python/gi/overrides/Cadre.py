# SPDX-License-Identifier: LGPL-2.1-or-later
"""What Python expects of Cadre's objects beyond what introspection gives."""

from gi.module import get_introspection_module

Cadre = get_introspection_module("Cadre")

__all__ = []
