"""The life of a request with its titles in words that are translated."""

from dataclasses import replace

from commune.core.rules.machine import Machine
from commune.eguichet.i18n import _
from commune.eguichet.rules import requests as rule

STATES = {
    "received": _("Received"),
    "awaiting_payment": _("Awaiting payment"),
    "in_progress": _("In progress"),
    "waiting_citizen": _("Waiting for the citizen"),
    "accepted": _("Accepted"),
    "partially_accepted": _("Partially accepted"),
    "refused": _("Refused"),
    "inadmissible": _("Inadmissible"),
    "cancelled": _("Cancelled"),
    "transferred": _("Transferred"),
    "closed": _("Closed"),
}
MOVES = {
    "ask_payment": _("Ask for payment"),
    "settle_before": _("Payment received"),
    "settle_after": _("Payment received"),
    "expire_payment": _("Payment expired"),
    "take": _("Take in charge"),
    "declare_inadmissible": _("Declare inadmissible"),
    "ask_citizen": _("Ask the citizen"),
    "resume": _("Resume"),
    "close_unanswered": _("Close without answer"),
    "accept": _("Accept"),
    "accept_partially": _("Accept in part"),
    "refuse": _("Refuse"),
    "close": _("Close"),
    "cancel": _("Cancel"),
    "transfer": _("Transfer"),
    "reopen": _("Reopen"),
}
MACHINE = Machine(
    tuple(replace(state, title=STATES[state.id]) for state in rule.MACHINE.states),
    tuple(replace(move, title=MOVES[move.id]) for move in rule.MACHINE.transitions),
)
