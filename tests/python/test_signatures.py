#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every function of the typelib, called with None and with what it does not take.

A missing (nullable) is not found by any compiler: C takes NULL, Python says that
None is not allowed. So each nullable argument gets None, and each other one has
to refuse it. G_DEBUG is fatal-warnings: a function that does not take the NULL it
promises to take ends the test.
"""

import os
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

from gi.repository import GObject

import samples
import tap
from setting import Cadre, GLib

# What has to be given together with None.
TOGETHER = {
    ("Period.new_full", "first"): {"first_bound": Cadre.Bound.OPEN},
    ("Period.new_full", "last"): {"last_bound": Cadre.Bound.OPEN},
}
GIR = "{http://www.gtk.org/introspection/core/1.0}"
TAGS = ("method", "function", "constructor")
C = "{http://www.gtk.org/introspection/c/1.0}"


class Signatures(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.pool = samples.Pool(cls.folder.name)
        cls.functions = list(samples.functions())

    @classmethod
    def tearDownClass(cls):
        del cls.pool
        cls.folder.cleanup()

    def values(self, function, replaced, value):
        """Sample values, but for one argument."""
        together = TOGETHER.get((samples.title(function), replaced.get_name()), {}) if value is None else {}
        return [
            value if argument is replaced else together.get(argument.get_name(), self.pool.value(argument))
            for argument in function.arguments
        ]

    def each_argument(self, wanted):
        for function in self.functions:
            for argument in function.arguments:
                if wanted(argument):
                    yield function, argument

    def call(self, function, argument, value):
        try:
            function.call(*self.pool.own(function), *self.values(function, argument, value))
        except GLib.Error:
            pass

    def test_every_public_class_is_constructed(self):
        for cls in samples.classes():
            is_object = issubclass(cls, GObject.Object)
            if is_object or (issubclass(cls, GObject.GBoxed) and not cls.__name__.endswith("Class")):
                with self.subTest(cls=cls.__name__):
                    self.assertIsNotNone(self.pool.find(cls), "no sample: add one to samples.Pool._roots")

    def test_none_for_every_nullable_argument(self):
        called = set()
        for function, argument in self.each_argument(lambda argument: argument.may_be_null()):
            with self.subTest(function=samples.title(function), argument=argument.get_name()):
                self.assertNotIn(None, self.pool.own(function))
                self.call(function, argument, None)
                called.add((samples.title(function), argument.get_name()))
        self.assertEqual(called, set(self.nullable_arguments_of_the_gir()))
        self.assertGreater(len(called), 200)

    def nullable_arguments_of_the_gir(self):
        """The same, found another way, so that nothing is left out unseen."""
        tree = ElementTree.parse(os.environ["CADRE_GIR"]).getroot()
        for owner in tree.iter():
            for node in [child for tag in TAGS for child in owner.findall(GIR + tag)]:
                if samples.needs_main_loop(node.get("name")):
                    continue
                is_member = owner.tag in (GIR + "class", GIR + "record", GIR + "enumeration")
                title = f"{owner.get('name')}.{node.get('name')}" if is_member else node.get("name")
                for parameter in node.iter(GIR + "parameter"):
                    is_data = parameter.get("closure") is not None or parameter.get("name") == "user_data"
                    is_asked = parameter.get("nullable") and parameter.get("direction") is None and not is_data
                    if is_asked and node.get("introspectable") != "0":
                        yield title, parameter.get("name")

    def test_none_for_no_other_argument(self):
        count = 0
        for function, argument in self.each_argument(
            lambda argument: samples.is_pointer(argument.get_type()) and not argument.may_be_null()
        ):
            with self.subTest(function=samples.title(function), argument=argument.get_name()):
                with self.assertRaises(TypeError):
                    self.call(function, argument, None)
                count += 1
        self.assertGreater(count, 50)

    def test_the_wrong_type_for_every_argument(self):
        for function, argument in self.each_argument(lambda argument: True):
            if argument.get_type().get_tag_as_string() == "gboolean":
                continue  # everything is true or false to Python
            with self.subTest(function=samples.title(function), argument=argument.get_name()):
                with self.assertRaises(TypeError):
                    self.call(function, argument, object())

    def test_none_for_no_object(self):
        for function in self.functions:
            if function.info.is_method():
                with self.subTest(function=samples.title(function)):
                    with self.assertRaises(TypeError):
                        function.call(None, *map(self.pool.value, function.arguments))

    def test_what_can_be_none_can_be_set_to_none(self):
        by_name = {(function.owner, function.name): function for function in self.functions}
        for (owner, name), setter in by_name.items():
            getter = by_name.get((owner, name.replace("set_", "get_", 1)))
            if name.startswith("set_") and getter is not None and getter.info.may_return_null():
                with self.subTest(setter=samples.title(setter)):
                    self.assertTrue(setter.arguments[-1].may_be_null())

    def test_dates_and_fractions_are_converted(self):
        boxed = (Cadre.Date.__info__, Cadre.Fraction.__info__)
        for function in self.functions:
            types = [argument.get_type() for argument in function.info.get_arguments()]
            types.append(function.info.get_return_type())
            with self.subTest(function=samples.title(function)):
                if any(kind.get_interface() in boxed for kind in types):
                    self.assertTrue(hasattr(function.call, "__wrapped__"))
                for kind in filter(samples.is_array, types):
                    self.assertNotIn(kind.get_param_type(0).get_interface(), boxed)
                for argument in function.info.get_arguments():
                    if argument.get_direction() != samples.DIRECTION_IN:
                        self.assertNotIn(argument.get_type().get_interface(), boxed)


class Gir(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tree = ElementTree.parse(os.environ["CADRE_GIR"]).getroot()

    def callables(self):
        for tag in TAGS:
            for node in self.tree.iter(GIR + tag):
                if node.get("introspectable") != "0":
                    yield node

    def test_null_in_the_comment_is_null_in_the_signature(self):
        for node in self.callables():
            for value in [*node.iter(GIR + "parameter"), *node.iter(GIR + "return-value")]:
                comment = "".join(value.findtext(GIR + "doc") or "")
                may_be = value.get("nullable") or value.get("optional") or value.get("direction") == "out"
                throws = value.tag == GIR + "return-value" and node.get("throws")
                with self.subTest(function=node.get(C + "identifier"), value=value.get("name", "return")):
                    self.assertFalse("%NULL" in comment and not may_be and not throws, comment)

    def test_no_boxed_value_goes_by_value(self):
        boxed = ("CadreDate", "CadrePeriod", "CadreFraction")
        for node in self.callables():
            for kind in node.iter(GIR + "type"):
                with self.subTest(function=node.get(C + "identifier")):
                    self.assertNotIn(kind.get(C + "type"), boxed)

    def test_constants_fit_their_types(self):
        # The scanner takes a bare 4294967295u for an int, and others then read -1.
        for node in self.tree.iter(GIR + "constant"):
            if node.find(GIR + "type").get("name") == "gint":
                with self.subTest(constant=node.get(C + "type")):
                    self.assertLess(abs(int(node.get("value"))), 2**31)

    def test_every_function_can_be_called_from_other_languages(self):
        nodes = [node for tag in TAGS for node in self.tree.iter(GIR + tag)]
        hidden = [node.get(C + "identifier") for node in nodes if node.get("introspectable") == "0"]
        # Boxed values are freed by the binding.
        freed = [name for name in hidden if not name.endswith("_free")]
        self.assertEqual(freed, [])


tap.main("signatures")
