"""The opinion of the finance director (CDLD art. L1124-40): when it is due, and the chain in which it is written."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from commune.core.rules.law import Figure, in_force
from commune.core.rules.machine import Machine, State, Transition
from commune.core.rules.opinions import Sense
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.meeting.rules.opinion_settings import ServiceChain

SOURCE = "CDLD art. L1124-40 §1, 3° and 4°"
THRESHOLDS: tuple[Figure[Fraction], ...] = (
    Figure(Fraction(22_000), f"{SOURCE} (figure of 2013)", date(2013, 9, 1), None, "B"),
    Figure(Fraction(30_000), f"{SOURCE} (date of the change to be confirmed)", date(2019, 2, 1), None, "C"),
)
"""Amount excluding VAT above which the opinion is compulsory, in euros; a body may have its own."""


def opinion_due(amount: Decimal | None, day: date, figures: tuple[Figure[Fraction], ...] = THRESHOLDS) -> bool:
    """Whether the opinion is compulsory: the amount excluding VAT is strictly above the threshold of ``day``."""
    figure = in_force(figures, day)
    return amount is not None and figure is not None and Fraction(amount) > figure.value


FUNCTIONS = {hand: f"opinion_{hand}" for hand in ("controller", "editor", "reviewer", "manager")}
"""The functions in the advising service, by the hand of the chain that they stand for."""
STEPS = {"editor": "editing", "reviewer": "reviewing", "manager": "managing"}
VARIANTS: dict[str, tuple[str, ...]] = {
    "full": ("editor", "reviewer", "manager"),
    "no_reviewer": ("editor", "manager"),
    "no_editor": ("reviewer", "manager"),
    "no_manager": ("editor", "reviewer"),
    "manager_only": ("manager",),
}
CONTROL, BACK, SIGNED, GIVEN = "completeness", "back_in_service", "signed", "given"
NEGATIVE = frozenset({Sense.NEGATIVE, Sense.NEGATIVE_WITH_REMARKS})


def finance_machine(variant: str, completeness: bool = True, reviewer_signs: bool = False) -> Machine:
    """The chain inside the finance service: completeness, then its hands in turn, signed, given.

    Raises ``KeyError`` for an unknown variant. ``reviewer_signs``: the reviewer may sign too (an opinion
    that is not negative: :func:`against_signing`). Functions are hands of :data:`FUNCTIONS`; transitions without
    any are the service's that asks.
    """
    hands = VARIANTS[variant]
    states = [STEPS[hand] for hand in hands]
    control = [CONTROL] if completeness else []
    order = [*control, *states, SIGNED, GIVEN]
    back = [Transition(f"back_to_{a}", f"back_to_{a}", (b,), a, (hand,), True)
            for a, b, hand in zip(states, states[1:], hands[1:], strict=False)]  # fmt: skip
    forward = [Transition(f"to_{b}", f"to_{b}", (a,), b, (hand,))
               for a, b, hand in zip(states, states[1:], hands, strict=False)]  # fmt: skip
    signers = [hands[-1]] + (["reviewer"] if reviewer_signs and "reviewer" in hands[:-1] else [])
    sign = Transition("sign", "sign", tuple(STEPS[hand] for hand in signers), SIGNED, tuple(signers))
    checks = [
        Transition("mark_complete", "mark_complete", (CONTROL,), states[0], ("controller",)),
        Transition("mark_incomplete", "mark_incomplete", (CONTROL,), BACK, ("controller",), True),
        Transition("resubmit", "resubmit", (BACK,), CONTROL),
    ] if completeness else []  # fmt: skip
    ends = [Transition("give", "give", (SIGNED,), GIVEN, (hands[-1],)),
            Transition("ask_again", "ask_again", (GIVEN,), states[0])]  # fmt: skip
    names = [*order, *([BACK] if completeness else [])]
    machine_states = tuple(State(name, name, public_title=public_code(name)) for name in names)
    return Machine(machine_states, (*checks, *forward, *back, sign, *ends))


def machine_of(chain: ServiceChain) -> Machine:
    """The chain of a service as its body settles it."""
    return finance_machine(chain.variant, chain.completeness, chain.reviewer_signs)


def stages(chain: ServiceChain) -> frozenset[str]:
    """The stages that the chain of a service has."""
    return frozenset(state.id for state in machine_of(chain).states)


def after_evaluation(chain: ServiceChain, state: str, value: str) -> str:
    """The stage of an open opinion once the file was said to be complete, incomplete or to be looked at again."""
    if not chain.completeness or state in (SIGNED, GIVEN):
        return state
    if value == "incomplete":
        return BACK
    if state not in (CONTROL, BACK):
        return state
    return CONTROL if value in ("asked_again", "not_evaluated") else first_state(chain, True)


def first_state(chain: ServiceChain, complete: bool) -> str:
    """Where an opinion begins: with the controller, unless the file is known to be complete."""
    return CONTROL if chain.completeness and not complete else STEPS[VARIANTS[chain.variant][0]]


def public_code(state: str) -> str:
    """What the service sees of the chain: only that it is being written, until it is given."""
    return state if state in (GIVEN, BACK) else "being_written"


def hands_of(functions: frozenset[str]) -> frozenset[str]:
    """The hands of the chain that somebody with these functions in the advising service is."""
    return frozenset(hand for hand, function in FUNCTIONS.items() if function in functions)


def writer_of(state: str) -> str:
    """The hand that writes at a stage, empty where nobody does."""
    return next((hand for hand, step in STEPS.items() if step == state), "")


def waits_for(chain: ServiceChain, state: str) -> frozenset[str]:
    """The functions of the advising service that act at a stage of its chain."""
    leaving = machine_of(chain).leaving(state)
    return frozenset(FUNCTIONS[hand] for transition in leaving for hand in transition.functions)


@dataclass(frozen=True)
class Paper:
    """What stands on the paper that goes through the chain."""

    state: str
    sense: Sense | None = None
    asked_again: bool = False


def against_going_up(transition: Transition, chain: ServiceChain, paper: Paper, hands: frozenset[str]) -> Refusals:
    """Why an opinion may not go further up: nothing is written, or it still says *asked again*; see signing."""
    if transition.comment or transition.id == "mark_complete":
        return NONE
    if paper.sense is None:
        return (Refusal("opinions.asked_again" if paper.asked_again else "opinions.nothing_written"),)
    last = VARIANTS[chain.variant][-1]
    signs_below = transition.id == "sign" and last not in hands
    return against_signing(paper.sense in NEGATIVE) if signs_below else NONE


def against_signing(negative: bool) -> Refusals:
    """Why a reviewer below the manager may not sign: he or she signs no negative opinion."""
    return (Refusal("opinions.manager_signs_negative"),) if negative else NONE


def steps(chain: ServiceChain, paper: Paper, hands: frozenset[str]) -> tuple[tuple[Transition, Refusals], ...]:
    """The steps that these hands may take now, each with what stands against it."""
    at_work = {"controller", writer_of(paper.state), VARIANTS[chain.variant][-1]} & hands
    found = machine_of(chain).leaving(paper.state)
    mine = [transition for transition in found if at_work & set(transition.functions)]
    return tuple((transition, against_going_up(transition, chain, paper, hands)) for transition in mine)
