"""The opinion of the finance director (CDLD art. L1124-40): when it is due, how long, how it is written."""

from datetime import date
from decimal import Decimal

from commune.core.rules.law import Figure, in_force
from commune.core.rules.machine import Machine, State, Transition
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.meeting.rules.advisers import AdviserRow, Rows

SOURCE = "CDLD art. L1124-40 §1, 3° and 4°"
THRESHOLDS: tuple[Figure[Decimal], ...] = (
    Figure(Decimal(22_000), f"{SOURCE} (figure of 2013)", date(2013, 9, 1), None, "B"),
    Figure(Decimal(30_000), f"{SOURCE} (date of the change to be confirmed)", date(2019, 2, 1), None, "C"),
)
"""Amount excluding VAT above which the opinion is compulsory, in euros."""


def opinion_due(amount: Decimal | None, day: date, figures: tuple[Figure[Decimal], ...] = THRESHOLDS) -> bool:
    """Whether the opinion is compulsory: the amount excluding VAT is strictly above the threshold of ``day``."""
    figure = in_force(figures, day)
    return amount is not None and figure is not None and amount > figure.value


def finance_rows(service: str = "finance_director") -> Rows:
    """The three linked rows: 10 working days, 5 in reasoned urgency, 20 once prorogued by an equal time."""
    compulsory = {"field": "finance_opinion_due", "is": "eq", "value": True}
    changed = {"field": "delay_is_changed", "is": "eq", "value": True}
    since = date(2013, 9, 1)
    return (
        AdviserRow("finance_10", service, 10, alert=3, source=SOURCE, valid_from=since, automatic=compulsory),
        AdviserRow("finance_5", service, 5, alert=2, source=SOURCE, valid_from=since, available_when=changed,
                   previous="finance_10"),
        AdviserRow("finance_20", service, 20, alert=3, source=SOURCE, valid_from=since, available_when=changed,
                   previous="finance_10"),
    )  # fmt: skip


STEPS = {"editor": "editing", "reviewer": "reviewing", "manager": "managing"}
VARIANTS: dict[str, tuple[str, ...]] = {
    "full": ("editor", "reviewer", "manager"),
    "no_reviewer": ("editor", "manager"),
    "no_editor": ("reviewer", "manager"),
    "no_manager": ("editor", "reviewer"),
    "manager_only": ("manager",),
}


def finance_machine(variant: str, completeness: bool = True, reviewer_signs: bool = False) -> Machine:
    """The chain inside the finance service: completeness, then its hands in turn, signed, given.

    Raises ``KeyError`` for an unknown variant. ``reviewer_signs``: the reviewer may sign too (an opinion
    that is not negative: :func:`against_signing`).
    """
    hands = VARIANTS[variant]
    states = [STEPS[hand] for hand in hands]
    control = ["completeness"] if completeness else []
    order = [*control, *states, "signed", "given"]
    back = [Transition(f"back_to_{a}", f"back_to_{a}", (b,), a, (hand,), True)
            for a, b, hand in zip(states, states[1:], hands[1:], strict=False)]  # fmt: skip
    forward = [Transition(f"to_{b}", f"to_{b}", (a,), b, (hand,))
               for a, b, hand in zip(states, states[1:], hands, strict=False)]  # fmt: skip
    signers = [hands[-1]] + (["reviewer"] if reviewer_signs and "reviewer" in hands[:-1] else [])
    sign = Transition("sign", "sign", tuple(STEPS[hand] for hand in signers), "signed", tuple(signers))
    checks = [
        Transition("mark_complete", "mark_complete", ("completeness",), states[0], ("controller",)),
        Transition("mark_incomplete", "mark_incomplete", ("completeness",), "back_in_service", ("controller",), True),
        Transition("resubmit", "resubmit", ("back_in_service",), "completeness"),
    ] if completeness else []  # fmt: skip
    ends = [Transition("give", "give", ("signed",), "given", ("manager",)),
            Transition("ask_again", "ask_again", ("given",), states[0])]  # fmt: skip
    names = [*order, *(["back_in_service"] if completeness else [])]
    machine_states = tuple(State(name, name, public_title=public_code(name)) for name in names)
    return Machine(machine_states, (*checks, *forward, *back, sign, *ends))


def public_code(state: str) -> str:
    """What the service sees of the chain: only that it is being written, until it is given."""
    return state if state in ("given", "back_in_service") else "being_written"


def against_signing(function: str, negative: bool, asked_again: bool) -> Refusals:
    """Why an opinion may not be signed: a reviewer signs no negative one; while it still says *asked again*,
    it cannot go up."""
    found = NONE
    if function == "reviewer" and negative:
        found += (Refusal("opinions.manager_signs_negative"),)
    if asked_again:
        found += (Refusal("opinions.asked_again"),)
    return found
