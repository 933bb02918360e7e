#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Calls every function again and again, and sees whether memory grows.

A wrong (transfer …) is found by no compiler: one that takes too much is found by
a sanitizer, one that takes too little leaks with each call from another language.
"""

import ctypes
import gc
import os
import tempfile
import types
import unittest
import unittest.mock

import samples
import tap
from setting import GLib

CALLS = 40
# A leaked object or text has at least 16 bytes, which malloc makes 24.
ALLOWED = CALLS * 12


class Mallinfo2(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost".split()]


def memory():
    gc.collect()
    libc = ctypes.CDLL(None)
    libc.mallinfo2.restype = Mallinfo2
    info = libc.mallinfo2()
    return info.uordblks + info.hblkhd


def is_to_leave_nothing(function):
    """What puts something into an object leaves it there."""
    if function.name.startswith(("add", "append")):
        return False
    # PyGObject itself leaves 48 bytes behind for each callback, with functions of Gio as well.
    interfaces = [argument.get_type().get_interface() for argument in function.arguments]
    return not any(type(interface).__name__ == "CallbackInfo" for interface in interfaces)


@unittest.skipIf("libasan" in os.environ.get("LD_PRELOAD", ""), "the sanitizer has a malloc of its own")
class Leaks(unittest.TestCase):
    def call(self, function, times):
        # Arguments are made anew each time, since a call may use them up.
        for _ in range(times):
            try:
                function.call(*self.pool.own(function), *map(self.pool.value, function.arguments))
            except (TypeError, GLib.Error):
                pass

    def growth(self, function):
        """The least growth of several rounds: a leak is in each of them, and what a program keeps for later is not."""
        self.call(function, 10)
        least = None
        for _ in range(12):
            before = memory()
            self.call(function, CALLS)
            growth = memory() - before
            least = growth if least is None else min(least, growth)
            if least < ALLOWED:
                break
        return least

    def test_a_leak_is_seen(self):
        libc = ctypes.CDLL(None)
        libc.malloc.restype = ctypes.c_void_p
        for size, is_seen in ((24, True), (1, True), (0, False)):
            leaking = types.SimpleNamespace(call=lambda: size and libc.malloc(size), arguments=[])
            with unittest.mock.patch.object(self, "pool", types.SimpleNamespace(own=lambda function: [], value=None), create=True):
                with self.subTest(size=size):
                    self.assertEqual(self.growth(leaking) >= ALLOWED, is_seen)

    def test_no_call_leaves_anything_behind(self):
        with tempfile.TemporaryDirectory() as folder:
            self.pool = samples.Pool(folder)
            functions = list(filter(is_to_leave_nothing, samples.functions()))
            gc.freeze()  # or each look at the memory takes 20 ms
            for function in functions:
                with self.subTest(function=samples.title(function)):
                    self.assertLess(self.growth(function), ALLOWED)
            del self.pool


tap.main("leaks")
