#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Thousands of random calls must end in results and errors, never in a crash."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import tap

MONKEY = pathlib.Path(__file__).with_name("monkey.py")


class Monkey(unittest.TestCase):
    def run_monkey(self, seed, calls):
        # What a caller does wrong is a critical, and here somebody does it all the time.
        environment = {name: value for name, value in os.environ.items() if name != "G_DEBUG"}
        with tempfile.TemporaryDirectory() as folder:
            log = pathlib.Path(folder) / "log"
            done = subprocess.run(
                [sys.executable, "-X", "faulthandler", MONKEY, str(seed), str(calls), log],
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                errors="replace",
            )
            last = log.read_text(encoding="utf-8").splitlines()[-1:] if log.exists() else []
        self.assertEqual(done.returncode, 0, f"seed {seed}, last call {last}\n{done.stdout[-3000:]}")

    def test_known_seeds(self):
        for seed in (1, 2, 3):
            self.run_monkey(seed, 4000)

    def test_a_new_seed_each_time(self):
        self.run_monkey(int.from_bytes(os.urandom(4), "big"), 4000)


tap.main("monkey")
