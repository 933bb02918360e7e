#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Calls functions at random with what they may and may not be given.

usage: monkey.py SEED CALLS LOG. Nothing but the errors below may come of it; a
crash is seen by the caller, and the log then ends with the call that crashed.
"""

import datetime
import fractions
import random
import sys
import tempfile

from gi.repository import Gio, GObject

import samples
from setting import GLib

# A truth that is not known is no bool, which is a ValueError.
ALLOWED = (TypeError, ValueError, OverflowError, GLib.Error)
INTEGERS = (0, 1, 2, 3, 7, 100, -1, 2**31 - 1, 2**31, 2**32 - 1, 2**63 - 1, 2**64 - 1, -(2**63))
TEXTS = ("", "a", "x/y", "structure", "2007-04", "1/2", "0.333333333333333333", "\u0175", "-1", "{}", "[", "\n" * 300)
ANYTHING = (
    None, True, 0.5, float("nan"), b"bytes", object(), [], {}, [None], ["a", "b"], [1, 2], (), type,
    datetime.date(2007, 4, 12), fractions.Fraction(1, 3), GLib.Bytes.new(b""), Gio.Cancellable(),
)  # fmt: skip


class Monkey:
    def __init__(self, seed, folder):
        self.random = random.Random(seed)
        self.pool = samples.Pool(folder)
        self.functions = list(samples.functions())

    def some_object(self):
        known = [objects for objects in self.pool.objects.values() if objects]
        return self.random.choice(self.random.choice(known))

    def value(self, argument):
        """Mostly of the right type, or hardly any call would get through."""
        luck = self.random.random()
        tag = argument.get_type().get_tag_as_string()
        if luck < 0.05:
            return self.random.choice(ANYTHING)
        if luck < 0.1:
            return self.some_object()
        if luck < 0.2:
            return None
        if tag in samples.INTEGER_TAGS:
            return self.random.choice(INTEGERS)
        if tag in ("utf8", "filename") and luck < 0.8:
            return self.random.choice(TEXTS)
        return self.pool.value(argument)

    def owner(self, function):
        """An object of the class, used or new, and now and then another."""
        if self.random.random() < 0.03:
            return self.some_object()
        fitting = [item for objects in self.pool.objects.values() for item in objects if isinstance(item, function.owner)]
        return self.random.choice(fitting) if fitting else None

    def call_one(self, log):
        function = self.random.choice(self.functions)
        own = [self.owner(function)] if function.info.is_method() else []
        values = own + [self.value(argument) for argument in function.arguments]
        log.write(f"{samples.title(function)} {[type(value).__name__ + ':' + ascii(value)[:60] for value in values]}\n")
        log.flush()
        self.keep(function.call(*values))

    def touch_a_property(self, log):
        item = self.some_object()
        if not isinstance(item, GObject.Object):
            return
        field = self.random.choice(item.list_properties() or [None])
        value = self.random.choice(ANYTHING + INTEGERS + TEXTS)
        log.write(f"{type(item).__name__}: {field}, {ascii(value)[:60]}\n")
        log.flush()
        if field is not None:
            item.get_property(field.name)
            if field.flags & GObject.ParamFlags.WRITABLE:
                item.set_property(field.name, value)

    def touch_a_list(self, log):
        known = self.pool.objects.values()
        lists = [item for objects in known for item in objects if isinstance(item, Gio.ListModel)]
        items, position = self.random.choice(lists), self.random.choice(INTEGERS)
        log.write(f"{type(items).__name__}: {position}\n")
        log.flush()
        items.get_item_type()
        self.keep(items.get_item(position))
        items[position : position + 2]

    def keep(self, result):
        """Takes the place of another object of its class, so that used ones go round."""
        self.pool.add(result)
        known = self.pool.objects[type(result)]
        if known:
            known[self.random.randrange(len(known))] = result


def run(seed, calls, log):
    with tempfile.TemporaryDirectory() as folder:
        monkey = Monkey(seed, folder)
        done = 0
        for _ in range(calls):
            try:
                luck = monkey.random.random()
                if luck < 0.2:
                    monkey.touch_a_property(log)
                elif luck < 0.3:
                    monkey.touch_a_list(log)
                else:
                    monkey.call_one(log)
                    done += 1
            except ALLOWED:
                pass
        # A monkey whose every call is refused tests nothing.
        print(f"{done} of {calls} calls got through")
        return done > calls // 4


if __name__ == "__main__":
    with open(sys.argv[3], "w", encoding="utf-8") as log:
        sys.exit(0 if run(int(sys.argv[1]), int(sys.argv[2]), log) else 1)
