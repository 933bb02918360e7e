#!/usr/bin/python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A policy of one's own, from a preset to what it makes of a case.

The policy says what it has from where, is asked what is doubtful about it, is put
beside that of a partner, and the case is run under both: what comes out otherwise
than under the policies of the case is printed.
"""

import argparse
import sys

import gi

gi.require_version("Cadre", "1")
from gi.repository import Cadre, Gio, GLib

# What a policy says otherwise than its base, and where it is written.
OWN_TERMS = [("slot.threshold", "70", "clause 5.1"), ("pool.grade-difference", "0", "clause 6.2")]
PARTNER_TERMS = [("trial.weeks", "8", "clause 9")]


def make_policy(preset, name, employer, terms):
    """A policy never changes: each term makes another one."""
    policy = Cadre.Policy.new_based_on(Cadre.Policy.new_preset(preset), name)
    for parameter, text, clause in terms:
        policy = policy.with_parameter(parameter, text, clause)
    return policy.with_employers([employer])


def doubts(policy):
    """What somebody would ask about it. That a value is inherited is no doubt."""
    for issue in policy.validate():
        if issue.get_severity() > Cadre.Severity.INFO:
            yield f"{policy.get_name()}: {issue.get_message()}"


def comparison(policies, log):
    """What the policies do not agree on.

    "differs" is each one's own business, "conflict" needs an agreement, "settled" has one.
    """
    for row in Cadre.Policy.combine(policies, log):
        if row.get_stand() != Cadre.PolicyStand.AGREED:
            texts = " | ".join(row.get_texts())
            yield f"{row.get_parameter()}: {texts}: {row.get_stand().value_nick}"


def make_log(source, followed, agreed):
    """The log of a case, and what the employers have agreed since."""
    log = source.get_log().head_of(len(source.get_log()))
    if agreed is not None:
        entry = Cadre.LogEntry.new(Cadre.LogKind.AGREEMENT, None, "both employers")
        entry.set_parameter(agreed)
        entry.set_policy(followed.get_name())
        log.append(entry)
    return log


def make_case(source, policies, log):
    """The same case under other policies."""
    case = Cadre.Case.new()
    case.set_before(source.get_before())
    case.set_after(source.get_after())
    case.set_decision_date(source.get_decision_date())
    case.set_log(log)
    case.set_scope(source.dup_scope() or None)
    for stage in (Cadre.Stage.SLOTTING_IN, Cadre.Stage.LIMITED_COMPETITION, Cadre.Stage.WIDER_COMPETITION):
        case.set_cut_off(stage, source.get_cut_off(stage))
    for pair in source.list_pairs():
        case.add_pair(pair)
    for declaration in source.list_declarations():
        case.add_declaration(declaration)
    for policy in policies:
        case.add_policy(policy)
    return case


def differences(before, after):
    for number in range(before.get_n_assignments()):
        outcome = before.get_outcome(number)
        other = after.find_assignment(outcome.get_assignment())
        if outcome.to_string() != other.to_string():
            yield f"- {outcome.to_string()}\n+ {other.to_string()}"


def show(arguments):
    own = make_policy("one-person-one-post", "our own (invented)", arguments.own, OWN_TERMS)
    partner = make_policy("holders-fit-posts", "the partner's (invented)", arguments.partner, PARTNER_TERMS)
    policies = Gio.ListStore.new(Cadre.Policy)
    policies.append(own)
    policies.append(partner)

    source = Cadre.Case.load(Gio.File.new_for_commandline_arg(arguments.case), None, None)
    log = make_log(source, own, arguments.agreed)
    found = list(differences(source.run(None), make_case(source, policies, log).run(None)))
    return [
        *doubts(own),
        *doubts(partner),
        *comparison(policies, log),
        *(found or ["Nothing comes out otherwise for anybody."]),
    ]


def main():
    parser = argparse.ArgumentParser(prog="own-policy", description=__doc__)
    parser.add_argument("case", metavar="CASE")
    parser.add_argument("--own", required=True, metavar="EMPLOYER", help="whom the own policy binds")
    parser.add_argument("--partner", required=True, metavar="EMPLOYER", help="whom the other binds")
    parser.add_argument("--agreed", metavar="PARAMETER", help="agreed: as the own policy")
    arguments = parser.parse_args()
    try:
        lines = show(arguments)
    except GLib.Error as error:
        print(f"own-policy: {arguments.case}: {error.message}", file=sys.stderr)
        return 1
    # Bytes as they are, whatever the locale.
    sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode())
    return 0


sys.exit(main())
