# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every function of the typelib with its arguments, and values to call them with.

Nothing here knows the functions by name, so that new ones are tested from the
day they are there. A class that no constructor makes from what is here has to
be reachable from an object that one makes, or to be made in ROOTS.
"""

import collections
import datetime
import fractions
import inspect
import pathlib

from gi.repository import GObject

from setting import DATA, FULL, Cadre, Gio, GLib, Json, data_file, load, load_text, to_bytes

DOCUMENT = '{"cadre": "structure", "version": 1, "id": "s", "posts": [{"id": "x"}]}'


def load_dated(year):
    """Another post at each date, so that one has gone and one has opened."""
    text = f'{{"cadre": "structure", "version": 1, "as-of": "{year}", "posts": [{{"id": "p{year}"}}]}}'
    return Cadre.Structure.load_bytes(to_bytes(text), None, None)


def load_titled(title):
    """Two posts, so that there are two conflicts between any two of these."""
    posts = ", ".join(f'{{"id": "p{i}", "title": "{title}"}}' for i in range(2))
    return Cadre.Structure.load_bytes(to_bytes(f'{{"cadre": "structure", "version": 1, "posts": [{posts}]}}'), None, None)


# A reader can be used up, some records have no id, and values of these types are best made where they are needed.
FRESH = {
    Cadre.Date: lambda: datetime.date(2007, 4, 12),
    Cadre.Fraction: lambda: fractions.Fraction(1, 2),
    Cadre.Period: lambda: Cadre.Period(None, None),
    Cadre.Record: lambda: Cadre.Post(id="x"),
    Cadre.CsvReader: lambda: Cadre.CsvReader.new_for_bytes(to_bytes(DOCUMENT), None),
    Cadre.CsvWriter: Cadre.CsvWriter.new_for_text,
    Cadre.Reader: lambda: Cadre.Reader.new_for_bytes(to_bytes(DOCUMENT), None),
    # These only ever grow.
    Cadre.Case: lambda: Cadre.Case(id="x"),
    Cadre.Log: lambda: Cadre.Log(),
    Cadre.Bipartite: lambda: Cadre.Bipartite.new(2, 2),
    # It no longer changes once it is in a log.
    Cadre.LogEntry: lambda: Cadre.LogEntry.new(Cadre.LogKind.TOLD, None, None),
}

USED_UP = (Cadre.Bipartite, Cadre.Case, Cadre.CsvReader, Cadre.CsvWriter, Cadre.Log, Cadre.LogEntry, Cadre.Reader)

# Texts that are of some use under these names.
TEXTS = {"kind": "structure", "text": "1", "language": "en", "field": "title", "post_id": "head-strategy"}

# Numbers that a call takes; all others take 1.
NUMBERS = {"least_number": 5, "rounding_base": 5}

# What each class reads; all others read DOCUMENT.
DOCUMENTS = {
    "Case": (DATA / "stockton-2007-judged-case.json").read_text(encoding="utf-8"),
    "Responses": """{"cadre": "responses", "version": 1, "responses": [{"id": "x", "respondent": "union",
        "said": "x", "answer": "accepted", "changes": [{"id": "isa-manager", "change": "post-created"}]}]}""",
    "FieldMap": (DATA.parents[1] / "lib/exchange/data/esr-assignments.json").read_text(encoding="utf-8"),
}

# (class or None, name, callable, info, the arguments that Python sees)
Function = collections.namedtuple("Function", "owner name call info arguments")

DIRECTION_IN, DIRECTION_OUT = 0, 1  # GI_DIRECTION_IN, GI_DIRECTION_OUT

_INTEGERS = ("gint", "guint", "gint8", "guint8", "gint16", "guint16", "gint32", "guint32", "gint64", "guint64", "gsize")
INTEGER_TAGS = _INTEGERS + tuple(name[1:] for name in _INTEGERS)


def visible_arguments(info):
    """Without those that only say how long an array is, or only come out."""
    arguments = info.get_arguments()
    hidden = {argument.get_type().get_array_length() for argument in arguments if is_array(argument.get_type())}
    for argument in arguments:
        hidden |= {argument.get_closure(), argument.get_destroy()}
    return [
        argument
        for position, argument in enumerate(arguments)
        if position not in hidden and argument.get_direction() != DIRECTION_OUT
    ]


def is_array(type_info):
    return type_info.get_tag_as_string() == "array"


def is_pointer(type_info):
    """Whether None could stand for it."""
    tag = type_info.get_tag_as_string()
    interface = type_info.get_interface()
    is_enum = hasattr(interface, "get_g_type") and interface.get_g_type().is_a(GObject.TYPE_ENUM)
    return tag in ("utf8", "array", "filename", "interface", "gslist", "glist", "ghash") and not is_enum


def classes():
    for name in sorted(dir(Cadre)):
        item = None if name.startswith("_") else getattr(Cadre, name)
        if isinstance(item, type) and hasattr(item, "__info__") and hasattr(item.__info__, "get_methods"):
            yield item


def _function(owner, info):
    return Function(owner, info.__name__, getattr(owner or Cadre, info.__name__), info, visible_arguments(info))


def needs_main_loop(name):
    """These come in pairs, and have a test of their own."""
    return name.endswith(("_async", "_finish"))


def functions():
    for cls in classes():
        for info in cls.__info__.get_methods():
            if hasattr(cls, info.__name__) and not needs_main_loop(info.__name__):
                yield _function(cls, info)
    for name in sorted(dir(Cadre)):
        item = None if name.startswith("_") else getattr(Cadre, name)
        info = inspect.unwrap(item)
        if type(info).__name__ == "FunctionInfo" and not needs_main_loop(info.__name__):
            yield _function(None, info)


def title(function):
    return f"{function.owner.__name__}.{function.name}" if function.owner else function.name


class Pool:
    """Objects of every class, and a value for every argument."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.counter = 0
        self.objects = collections.defaultdict(list)
        for item in self._roots():
            self.add(item)
        self._construct()
        self._harvest()

    def _roots(self):
        reader = Cadre.Reader.new_for_bytes(to_bytes(DOCUMENT), None)
        yield from (load("stockton-2007-before"), load("stockton-2007-after"), FULL, reader)
        twins = self._twins()
        yield from (twins, twins.get_pair(2), twins.get_pair(2).list_evidence()[0])
        # What a program would sign.
        result = Cadre.Reconciler.new().run(load("harbour-hr"), load("harbour-payroll"), None, None)
        yield from (result, Cadre.SignOff.new(result, "x", Cadre.SignOffRole.OTHER, None, None))
        # A case with a ring-fence, and with something that depends on how a rule is read.
        case = pathlib.Path(__file__).parents[1] / "data/matching/first-instance.json"
        yield Cadre.Case.load(Gio.File.new_for_path(str(case)), None, None).run(None)
        outcomes = Cadre.Case.load(Gio.File.new_for_path(str(case.with_name("fixed-term-claim.json"))), None, None).run(None)
        worklist = Cadre.Worklist.new(outcomes, None)
        yield outcomes.suggest_allocation(Cadre.Stage.WIDER_COMPETITION, None)
        yield from (worklist, worklist[0], outcomes.explain(outcomes[0])[0], Cadre.SealedCase.new(outcomes))
        # More people than positions, so that something would help.
        case = case.with_name("two-claimants.json")
        forecast = Cadre.Forecast.new(Cadre.Case.load(Gio.File.new_for_path(str(case)), None, None).run(None), None)
        forecast.simulate(1, 1, None)
        yield from (forecast, forecast.list_groups()[0])
        yield from (forecast.list_changes(None)[0], forecast.list_people("a test", None)[0])
        policies = Gio.ListStore.new(Cadre.Policy)
        policies.append(Cadre.Policy.new_illustrative())
        yield Cadre.Policy.combine(policies, None)[0]
        judged = Cadre.Case.load_bytes(to_bytes(DOCUMENTS["Case"]), None, None)
        yield judged.compare_events(0, len(judged.get_log()), None)[0]
        organogram = Cadre.OrganogramReader.new()
        organogram.add_bytes(None, to_bytes("Post Unique Reference,Name\n1,Ann\n2,Bob\n"), None)
        yield organogram
        yield organogram.read(None)[0]
        popolo = Cadre.popolo_write(load("vale-2008-after"), FULL, None)
        yield from (popolo, Cadre.popolo_read(popolo.get_bytes(0), None, None))
        yield from self._feed()
        dated = [load_dated(year) for year in (2010, 2011, 2012)]
        yield Cadre.Series.new(dated, None, None)
        yield Cadre.Alternatives.new(dated[0], dated[1:], None, None, None)
        titles = [load_titled(title) for title in "abc"]
        ours, theirs = (Cadre.Diff.new(titles[0], titled, None, None) for titled in titles[1:])
        yield Cadre.Merge.new(ours, theirs, None)

    @staticmethod
    def _twins():
        """A mapping by evidence, with posts that nothing tells apart and one that its title does."""

        def posts(*ids):
            titles = ("Clerk", "Clerk", "Harbour Master")
            texts = [f'{{"id": "{id}", "title": "{title}"}}' for id, title in zip(ids, titles)]
            return load_text(f'"posts": [{", ".join(texts)}]')

        return Cadre.Mapping.new_by_evidence(posts("a", "b", "c"), posts("d", "e", "f"), None, None, None)

    def _feed(self):
        """A change feed, and what came back of it."""
        diff = Cadre.Diff.new(load("stockton-2007-before"), load("stockton-2007-after"), None, None)
        day = datetime.date(2026, 4, 1)
        feed = Cadre.ChangeFeed.new(diff, Cadre.FieldMap.new_shipped("esr-assignments"), day)
        return [feed, *feed.read_errors(to_bytes("Key\nx\n"), None, None), Cadre.Patch.new(diff)]

    def add(self, item):
        """Keeps an object, at most three of a class."""
        known = self.objects[type(item)]
        if type(item).__module__.endswith(".Cadre") and len(known) < 3:
            known.append(item)

    def own(self, function):
        """What stands before the arguments: an object of the class, and a new one if it can be used up."""
        if not function.info.is_method():
            return []
        return [FRESH[function.owner]() if function.owner in USED_UP else self.find(function.owner)]

    def keep_list(self, items):
        """List models are mostly of no public class."""
        known = self.objects[type(items)]
        if len(known) < 3 and items not in known:
            known.append(items)

    def find(self, cls):
        for known, objects in self.objects.items():
            if objects and issubclass(known, cls):
                return objects[0]
        return None

    def _construct(self):
        """Twice, since one constructor may need what another makes. Those that read come first."""
        for _ in range(2):
            for function in sorted(functions(), key=lambda function: function.info.is_constructor()):
                if function.owner and not function.info.is_method():
                    self._call_and_keep(function, [])

    def _call_and_keep(self, function, own):
        try:
            result = function.call(*own, *map(self.value, function.arguments))
        except (TypeError, GLib.Error):
            return
        self.add(result)
        if isinstance(result, Gio.ListModel):
            for item in list(result)[:3]:
                self.add(item)
            self.keep_list(result)

    def _harvest(self):
        """What the objects that are there can be asked for, until nothing new comes."""
        seen = 0
        while seen < sum(map(len, self.objects.values())):
            seen = sum(map(len, self.objects.values()))
            for function in functions():
                if function.info.is_method() and is_pointer(function.info.get_return_type()):
                    # The arguments fit the first object; others answer what needs none.
                    more = [] if function.arguments else self.objects[function.owner]
                    for item in [*self.own(function), *more]:
                        self._call_and_keep(function, [item])

    def value(self, argument):
        owner = argument.get_container().get_container()
        document = DOCUMENTS.get(owner.get_name() if owner else None, DOCUMENT)
        return self.of_type(argument.get_type(), argument.get_name(), document)

    def of_type(self, type_info, name="", document=DOCUMENT):
        tag = type_info.get_tag_as_string()
        if tag == "interface":
            return self._of_interface(type_info.get_interface(), name, document)
        if tag == "array":
            return self._array(type_info)
        if tag == "gboolean":
            return True
        if tag in ("utf8", "filename"):
            return TEXTS.get(name, "x")
        if name in NUMBERS:
            return NUMBERS[name]
        return 1 if tag in INTEGER_TAGS or tag in ("gdouble", "gfloat", "double", "float") else None

    def _array(self, type_info):
        return b"x" if "int8" in type_info.get_param_type(0).get_tag_as_string() else [
            self.of_type(type_info.get_param_type(0))
        ]

    def _of_interface(self, info, name, document):
        if not hasattr(info, "get_g_type"):
            return lambda *arguments: True  # a callback
        if info.get_name() == "Bound":
            return Cadre.Bound.KNOWN
        if info.get_g_type().is_a(GObject.TYPE_ENUM):
            return getattr(Cadre, info.get_name())(0)
        if name == "after":
            return self.objects[Cadre.Structure][1]
        if info.get_namespace() == "Cadre":
            cls = getattr(Cadre, info.get_name())
            return FRESH[cls]() if cls in FRESH else self.find(cls)
        return self._foreign(info.get_name(), document)

    def _foreign(self, name, document):
        if name == "File":
            self.counter += 1
            path = self.folder / f"{self.counter}.json"
            path.write_text(document, encoding="utf-8")
            return Gio.File.new_for_path(str(path))
        return {
            "Bytes": lambda: to_bytes(document),
            "ListModel": lambda: Gio.ListStore.new(Cadre.Pair),
            "Cancellable": Gio.Cancellable,
            "InputStream": lambda: Gio.MemoryInputStream.new_from_bytes(to_bytes(document)),
            "OutputStream": Gio.MemoryOutputStream.new_resizable,
            "Node": lambda: Json.from_string(document),
        }.get(name, lambda: None)()
