#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Who goes where under the policies of a case, at what stage and why, and what is not yet known."""

import argparse
import sys

import gi

gi.require_version("Cadre", "1")
from gi.repository import Cadre, Gio, GLib

LEVELS = {"full": Cadre.RedactionLevel.FULL, "consultation": Cadre.RedactionLevel.CONSULTATION}
STAGES = {
    "none": Cadre.Stage.NONE,
    "slotting-in": Cadre.Stage.SLOTTING_IN,
    "limited-competition": Cadre.Stage.LIMITED_COMPETITION,
    "wider-competition": Cadre.Stage.WIDER_COMPETITION,
    "outside": Cadre.Stage.OUTSIDE,
}


def to_text(report, as_json):
    if not as_json:
        return report.to_text(0)
    writer = Cadre.Writer.new_for_text()
    report.write(writer)
    writer.finish(None)
    return writer.dup_text()


def find_outcome(outcomes, name):
    """An assignment by its id, or a position as POST/NUMBER."""
    outcome = outcomes.find_assignment(name)
    post, slash, number = name.rpartition("/")
    if outcome is None and slash and number.isdecimal():
        outcome = outcomes.find_position(post, int(number))
    if outcome is None:
        raise LookupError("The case has no such assignment or position")
    return outcome


def forecast(outcomes, redaction, arguments):
    found = Cadre.Forecast.new(outcomes, None)
    if arguments.draws > 0:
        found.simulate(arguments.seed, arguments.draws, None)
    return Cadre.Report.new_for_forecast(found, arguments.purpose, redaction, None)


def outcome_line(outcome):
    """An outcome in a line, and how far somebody is affected."""
    if outcome is None:
        return "nothing"
    final = ", final" if outcome.is_final() else ""
    return f"{outcome.to_string()}, rung {outcome.get_rung().value_nick}{final}"


def fact_lines(sign, facts):
    return [f"    {sign} {fact.get_name()}: {fact.get_text()}\n" for fact in facts]


def change_lines(change, shows_facts):
    """What is the same for everybody but for facts is shown with the facts only."""
    before, after = outcome_line(change.get_before()), outcome_line(change.get_after())
    if before == after and not shows_facts:
        return []
    lines = [f"    {after}\n"] if before == after else [f"  - {before}\n", f"  + {after}\n"]
    if shows_facts:
        lines += fact_lines("-", change.list_old_facts()) + fact_lines("+", change.list_new_facts())
    return lines


def replay(case, number, shows_facts):
    """What an event of the log changed for whom: before it, and after it."""
    log = case.get_log()
    if not 1 <= number <= len(log):
        raise LookupError("The log has no such event")
    entry = log[number - 1]
    date = entry.get_date()
    lines = [f"Event {number}, {date if date else 'without a date'}: {entry.get_event()}\n"]
    for change in case.compare_events(number - 1, number, None):
        lines += change_lines(change, shows_facts)
    return "".join(lines) if lines[1:] else lines[0] + "It changed nothing for anybody.\n"


def suggest(outcomes, stage):
    """Who could have what; a line for each, of ids."""
    allocation = outcomes.suggest_allocation(stage, None)
    allocation.check()
    lines = [f"{allocation.get_notice()}\n"]
    for i in range(allocation.get_n_candidates()):
        post = "several ways are as good" if allocation.is_tied(i) else allocation.get_post(i) or "none"
        with_whom = "".join(f" with {others}" for others in [", ".join(allocation.dup_sharers(i))] if others)
        lines.append(f"{allocation.get_assignment(i)}{with_whom}: {post}\n")
    for i in range(allocation.get_n_left_out()):
        lines.append(f"{allocation.get_left_out(i)}: left out, {allocation.get_obstacle(i)}\n")
    return "".join(lines)


def match(arguments):
    case = Cadre.Case.load(Gio.File.new_for_commandline_arg(arguments.case), None, None)
    # What is sealed, and lines with ids, are for those who may see everything.
    if arguments.level != "full" and (arguments.stage or arguments.seal or arguments.suggest or arguments.replay):
        raise LookupError("Stages, events, suggestions and seals are for the full level only")
    if arguments.replay:
        return replay(case, arguments.replay, arguments.facts)
    outcomes = case.run(None) if arguments.until < 0 else case.run_at(arguments.until, None)
    redaction = Cadre.Redaction.new(LEVELS[arguments.level])
    if arguments.seal:
        Cadre.SealedCase.new(outcomes).save(Gio.File.new_for_commandline_arg(arguments.seal), None)
    if arguments.suggest:
        return suggest(outcomes, STAGES[arguments.suggest])
    if arguments.stage:
        # They hold ids, and no names.
        lines = [o.to_string() for o in outcomes if o.get_stage() == STAGES[arguments.stage]]
        return "".join(f"{line}\n" for line in lines)
    if arguments.explain:
        outcome = find_outcome(outcomes, arguments.explain)
        report = Cadre.Report.new_for_outcome(outcomes, outcome, redaction)
    elif arguments.worklist:
        report = Cadre.Report.new_for_worklist(Cadre.Worklist.new(outcomes, None), redaction)
    elif arguments.forecast or arguments.purpose is not None:
        report = forecast(outcomes, redaction, arguments)
    else:
        report = Cadre.Report.new_for_outcomes(outcomes, redaction, None)
    return to_text(report, arguments.json)


def verify(arguments):
    """What differs, a line each, and whether nothing does."""
    sealed = Cadre.SealedCase.load(Gio.File.new_for_commandline_arg(arguments.case), None, None)
    lines = [f"{i.get_origin() or arguments.case}: {i.get_message()}\n" for i in sealed.verify(None, None)]
    return "".join(lines) or "The same outcomes, from the same case, under the same rules.\n", not lines


def parse():
    parser = argparse.ArgumentParser(prog="cadre-match", description=__doc__)
    parser.add_argument("case", metavar="CASE")
    parser.add_argument("--json", action="store_true", help="write JSON for programs")
    parser.add_argument("--level", choices=LEVELS, default="full", help="who it is for")
    parser.add_argument("--stage", choices=STAGES, help="only what a stage has given")
    parser.add_argument("--suggest", choices=STAGES, help="propose an allocation")
    parser.add_argument("--explain", metavar="ID", help="why, of one outcome")
    parser.add_argument("--until", type=int, default=-1, metavar="N", help="as after so many events of the log")
    parser.add_argument("--replay", type=int, default=0, metavar="N", help="what an event of the log changed")
    parser.add_argument("--facts", action="store_true", help="with --replay: the facts that changed")
    parser.add_argument("--worklist", action="store_true", help="what is open")
    parser.add_argument("--forecast", action="store_true", help="what is certain, by count")
    parser.add_argument("--draws", type=int, default=0, metavar="N", help="how often to simulate")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="where the simulation begins")
    parser.add_argument("--purpose", metavar="TEXT", help="forecast single people, for what")
    parser.add_argument("--seal", metavar="FILE", help="keep the case with its outcomes")
    parser.add_argument("--verify", action="store_true", help="run a sealed case again")
    return parser.parse_args()


def main():
    arguments = parse()
    try:
        text, is_same = verify(arguments) if arguments.verify else (match(arguments), True)
    except GLib.Error as error:
        print(f"cadre-match: {arguments.case}: {error.message}", file=sys.stderr)
        return 1
    except LookupError as error:
        print(f"cadre-match: {arguments.case}: {error}", file=sys.stderr)
        return 1
    # Bytes as they are, whatever the locale.
    sys.stdout.buffer.write(text.encode())
    return 0 if is_same else 1


sys.exit(main())
