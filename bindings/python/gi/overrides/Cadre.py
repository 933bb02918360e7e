# SPDX-License-Identifier: LGPL-2.1-or-later
"""What Python expects of Cadre's objects beyond what introspection gives.

Two things only. Dates and fractions go in and come out as datetime.date and
fractions.Fraction: one loop over all signatures and properties sees to it. And
objects get the special methods that have a meaning for them: ==, hash(), repr(),
copy(). Whatever else a program wants is in the C library, for all languages.
"""

import datetime
import fractions
import functools

from gi.module import get_introspection_module
from gi.repository import Gio, GObject

Cadre = get_introspection_module("Cadre")

__all__ = []

# The methods of the C library, before the loop below puts others in their place.
_new_date = Cadre.Date.new
_new_fraction = Cadre.Fraction.new
_get_precision = Cadre.Date.get_precision
_get_day_parts = (Cadre.Date.get_year, Cadre.Date.get_month, Cadre.Date.get_day)
_get_terms = (Cadre.Fraction.get_numerator, Cadre.Fraction.get_denominator)


def _from_python(value):
    """Whatever goes into the library."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return _new_date(value.year, value.month, value.day)
    if isinstance(value, fractions.Fraction):
        return _new_fraction(value.numerator, value.denominator)
    return value


def _to_python(value):
    """Whatever comes out. A month or a year is no datetime.date and stays a Cadre.Date."""
    if isinstance(value, Cadre.Date) and _get_precision(value) == Cadre.DatePrecision.DAY:
        return datetime.date(*(get(value) for get in _get_day_parts))
    if isinstance(value, Cadre.Fraction):
        return fractions.Fraction(*(get(value) for get in _get_terms))
    return value


# The conversion: functions, methods, constructors


def _is_converted(type_info):
    interface = type_info.get_interface()
    return interface in (Cadre.Date.__info__, Cadre.Fraction.__info__)


def _wants_conversion(info):
    types = [argument.get_type() for argument in info.get_arguments()] + [info.get_return_type()]
    container = info.get_container()
    return any(map(_is_converted, types)) or container in (Cadre.Date.__info__, Cadre.Fraction.__info__)


def _converting(info):
    """The same function; a constructor alone gives what it is named after."""

    @functools.wraps(info)
    def convert(*args, **kwargs):
        args = map(_from_python, args)
        kwargs = {name: _from_python(value) for name, value in kwargs.items()}
        result = info(*args, **kwargs)
        return result if info.is_constructor() else _to_python(result)

    if info.is_constructor():
        return classmethod(convert)
    return convert if info.is_method() else staticmethod(convert)


def _convert_functions(cls):
    for info in cls.__info__.get_methods():
        if _wants_conversion(info):
            setattr(cls, info.__name__, _converting(info))
            if info.__name__ == "new":
                cls.__new__ = _converting(info).__func__


# The conversion: properties


class _Properties:
    """object.props, converting."""

    __slots__ = ("_props",)

    def __init__(self, props):
        object.__setattr__(self, "_props", props)

    def __getattr__(self, name):
        return _to_python(getattr(self._props, name))

    def __setattr__(self, name, value):
        setattr(self._props, name, _from_python(value))

    def __dir__(self):
        return dir(self._props)

    def __iter__(self):
        return iter(self._props)


_props_of_gobject = next(vars(base)["props"] for base in GObject.Object.__mro__ if "props" in vars(base))


class _PropertiesOf:
    def __get__(self, instance, owner=None):
        props = _props_of_gobject.__get__(instance, owner)
        return props if instance is None else _Properties(props)


def _convert_properties(cls):
    types = (Cadre.Date.__gtype__, Cadre.Fraction.__gtype__)
    if not any(property.value_type in types for property in cls.list_properties()):
        return

    def init(self, **properties):
        super(cls, self).__init__(**{name: _from_python(value) for name, value in properties.items()})

    def get_property(self, name):
        return _to_python(super(cls, self).get_property(name))

    def set_property(self, name, value):
        super(cls, self).set_property(name, _from_python(value))

    cls.__init__ = init
    cls.get_property = get_property
    cls.set_property = set_property
    cls.props = _PropertiesOf()


for _name in dir(Cadre):
    _item = None if _name.startswith("_") else getattr(Cadre, _name)
    if isinstance(_item, type) and hasattr(_item, "__info__") and hasattr(_item.__info__, "get_methods"):
        _convert_functions(_item)
        if issubclass(_item, GObject.Object):
            _convert_properties(_item)
    elif type(_item) is type(_new_date) and _wants_conversion(_item):
        setattr(Cadre, _name, _converting(_item))


# Special methods


def _set_equality(cls, equal, make_hash):
    """GObject's classes have a != of their own, so it is set as well."""

    def differ(self, other):
        same = equal(self, other)
        return same if same is NotImplemented else not same

    cls.__eq__ = equal
    cls.__ne__ = differ
    cls.__hash__ = make_hash


def _boxed_equal(self, other):
    other = _from_python(other)
    return self.equal(other) if isinstance(other, type(self)) else NotImplemented


def _date_hash(self):
    value = _to_python(self)
    return hash(value) if isinstance(value, datetime.date) else self.hash()


# What is equal to Python's own value hashes as that does.
_set_equality(Cadre.Date, _boxed_equal, _date_hash)
_set_equality(Cadre.Fraction, _boxed_equal, lambda self: hash(_to_python(self)))
_set_equality(Cadre.Period, _boxed_equal, Cadre.Period.hash)

for _cls in (Cadre.Date, Cadre.Fraction, Cadre.Period):
    _cls.__str__ = _cls.to_string
    _cls.__repr__ = lambda self: f"<Cadre.{type(self).__name__} {self.to_string()}>"
    _cls.__copy__ = _cls.copy
    _cls.__deepcopy__ = lambda self, memo: self.copy()


def _compared(decide):
    def compare(self, other):
        other = _from_python(other)
        return decide(self.compare(other)) if isinstance(other, type(self)) else NotImplemented

    return compare


for _cls in (Cadre.Date, Cadre.Fraction):
    _cls.__lt__ = _compared(lambda order: order < 0)
    _cls.__le__ = _compared(lambda order: order <= 0)
    _cls.__gt__ = _compared(lambda order: order > 0)
    _cls.__ge__ = _compared(lambda order: order >= 0)


def _truth_bool(self):
    # UNKNOWN is 2: "if period.contains(day):" would take it for true.
    if self == Cadre.Truth.UNKNOWN:
        raise ValueError("It is not known: compare with Cadre.Truth.TRUE or Cadre.Truth.FALSE")
    return self == Cadre.Truth.TRUE


Cadre.Truth.__bool__ = _truth_bool


def _record_equal(self, other):
    return self.equal(other) if isinstance(other, Cadre.Record) else NotImplemented


_set_equality(Cadre.Record, _record_equal, Cadre.Record.hash)
Cadre.Record.__repr__ = lambda self: f"<Cadre.{type(self).__name__} {self.to_string()}>"
Cadre.Record.__copy__ = Cadre.Record.copy
Cadre.Record.__deepcopy__ = lambda self, memo: self.copy()


# Results hold values only and never change: two are equal if they answer all questions alike.


def _plain(answer):
    listed = isinstance(answer, (list, Gio.ListModel))
    return tuple(map(_plain, answer)) if listed else answer


def _answers(self):
    infos = [info for info in type(self).__info__.get_methods() if info.is_method() and not info.get_arguments()]
    return tuple(_plain(getattr(self, info.__name__)()) for info in infos)


def _result_equal(self, other):
    return _answers(self) == _answers(other) if isinstance(other, type(self)) else NotImplemented


def _result_hash(self):
    return hash(_answers(self))


for _cls in (
    Cadre.Change,
    Cadre.Declaration,
    Cadre.Fact,
    Cadre.Issue,
    Cadre.LogEntry,
    Cadre.Outcome,
    Cadre.Pair,
    Cadre.PolicyParameter,
    Cadre.ReadingDifference,
    Cadre.RingFence,
    Cadre.RingFenceMember,
    Cadre.Total,
):
    _set_equality(_cls, _result_equal, _result_hash)

for _cls in (Cadre.Change, Cadre.Issue, Cadre.Outcome, Cadre.Pair, Cadre.Total):
    _cls.__str__ = _cls.to_string


def _n_posts(structure):
    return structure.get_n_records(Cadre.RecordKind.POST)


def _span(before, after):
    return f"{before.get_id() or '?'} to {after.get_id() or '?'}"


# What an object is called in a log or on a prompt: never by a name of a person or a pay.
_NAMES = {
    Cadre.Case: lambda self: self.get_id() or "?",
    Cadre.Change: Cadre.Change.to_string,
    Cadre.Column: lambda self: f"{len(self)} × {self.get_format()}",
    Cadre.Declaration: lambda self: f"{self.get_assignment() or '?'}: {self.get_outcome().value_nick}",
    Cadre.Diff: lambda self: f"{_span(self.get_before(), self.get_after())}: {len(self)} changes",
    Cadre.Fact: Cadre.Fact.get_name,
    Cadre.Issue: Cadre.Issue.to_string,
    Cadre.IssueList: lambda self: f"{self.get_total()} issues",
    Cadre.Log: lambda self: f"{len(self)} entries",
    Cadre.LogEntry: lambda self: f"{self.get_event()} {self.get_date() or '?'}",
    Cadre.Mapping: lambda self: f"{len(self)} pairs",
    Cadre.Outcome: Cadre.Outcome.to_string,
    Cadre.Outcomes: lambda self: f"{self.get_case().get_id() or '?'}: {self.get_n_assignments()} assignments, "
    f"{self.get_n_positions()} positions",
    Cadre.Pair: Cadre.Pair.to_string,
    Cadre.Policy: Cadre.Policy.get_name,
    Cadre.PolicyParameter: lambda self: f"{self.get_name()}: {self.get_text()}",
    Cadre.ReadingDifference: Cadre.ReadingDifference.get_assignment,
    Cadre.Redaction: lambda self: self.get_level().value_nick,
    Cadre.Report: Cadre.Report.get_title,
    Cadre.RingFence: lambda self: f"{self.get_id()}: {len(self.list_members())} for {self.get_n_positions()}",
    Cadre.RingFenceMember: lambda self: f"{self.get_assignment()}: {self.get_truth().value_nick}",
    Cadre.Structure: lambda self: f"{self.get_id() or '?'}: {_n_posts(self)} posts, {self.get_issues().get_total()} issues",
    Cadre.Total: Cadre.Total.to_string,
}

for _cls, _name_of in _NAMES.items():
    _cls.__repr__ = lambda self, name_of=_name_of: f"<Cadre.{type(self).__name__} {name_of(self)}>"


def _column_interface(self):
    """What numpy asks for: a view of the memory, not to be written to. An array keeps the column alive."""
    return {
        "version": 3,
        "typestr": self.get_format(),
        "shape": (self.get_length(),),
        "data": (self.get_address(), True),
    }


Cadre.Column.__array_interface__ = property(_column_interface)
Cadre.Column.__len__ = Cadre.Column.get_length
