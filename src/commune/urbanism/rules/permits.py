"""Life of a permit: its states, what guards each move, what the move sets going."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from commune.core.rules.machine import Machine, State, Transition
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.urbanism.rules.procedure_choice import Choice
from commune.urbanism.rules.regimes import CODT_2024

PREVIOUS = "previous"
_RUNNING = ("deposit", "incomplete", "complete", "decision_pending")
_OPEN = (*_RUNNING, "suspended", "frozen", "tacit", "appeal")
_FINAL = ("granted", "refused", "inadmissible", "withdrawn", "lapsed")
_DECIDING = ("complete", "decision_pending")
_ELSEWHERE = ("appeal", "tacit")
_EDIT = ("edit",)
_MANAGE = ("manage",)
LEGACY = frozenset({"PI", "PIC"})

MACHINE = Machine(
    states=(
        State("draft", "Draft"),
        State("deposit", "Deposited"),
        State("incomplete", "Incomplete"),
        State("complete", "Complete"),
        State("decision_pending", "Decision pending"),
        State("granted", "Granted", final=True),
        State("refused", "Refused", final=True),
        State("inadmissible", "Inadmissible", final=True),
        State("withdrawn", "Withdrawn", final=True),
        State("suspended", "Suspended"),
        State("frozen", "Frozen"),
        State("tacit", "Seised (to confirm)"),
        State("appeal", "Under appeal"),
        State("lapsed", "Lapsed", final=True),
        State("archived", "Archived", final=True),
    ),
    transitions=(
        Transition("register", "Register", ("draft",), "deposit", _EDIT, guard="register"),
        Transition("mark_incomplete", "Mark incomplete", ("deposit",), "incomplete", _EDIT, guard="incomplete"),
        Transition("receive_supplements", "Supplements came", ("incomplete",), "deposit", _EDIT, guard="supplements"),
        Transition("mark_complete", "Mark complete", ("deposit", "incomplete"), "complete", _EDIT, guard="complete"),
        Transition("default_complete", "Deemed complete", ("deposit",), "complete", _EDIT, guard="default"),
        Transition(
            "declare_inadmissible", "Declare inadmissible", ("deposit", "incomplete"), "inadmissible", _EDIT,
            guard="inadmissible",
        ),
        Transition("submit", "Submit to the college", ("complete",), "decision_pending", _EDIT, guard="submit"),
        Transition("grant", "Grant", _DECIDING, "granted", _EDIT, guard="decide"),
        Transition("refuse", "Refuse", _DECIDING, "refused", _EDIT, guard="decide"),
        Transition("suspend", "Suspend", _RUNNING, "suspended", _EDIT, comment=True, guard="suspend"),
        Transition("resume", "Resume", ("suspended",), PREVIOUS, _EDIT, guard="previous"),
        Transition("freeze", "Freeze", _RUNNING, "frozen", _MANAGE, comment=True),
        Transition("thaw", "Thaw", ("frozen",), PREVIOUS, _MANAGE, guard="previous"),
        Transition("withdraw", "Withdraw", _OPEN, "withdrawn", _EDIT, guard="withdraw"),
        Transition("seise", "Region is seised", _DECIDING, "tacit", _EDIT, guard="seise"),
        Transition("appeal", "Record an appeal", ("granted", "refused", "tacit"), "appeal", _EDIT, guard="appeal"),
        Transition("grant_on_appeal", "Granted on appeal", _ELSEWHERE, "granted", _EDIT, guard="decide_elsewhere"),
        Transition("refuse_on_appeal", "Refused on appeal", _ELSEWHERE, "refused", _EDIT, guard="decide_elsewhere"),
        Transition("lapse", "Lapse", ("granted",), "lapsed", _EDIT, guard="lapse"),
        Transition("reopen", "Reopen", _FINAL, PREVIOUS, _EDIT, comment=True, guard="previous"),
        Transition("archive", "Archive", _FINAL, "archived", _MANAGE, guard="archive"),
    ),
)  # fmt: skip

EFFECTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "register": ("reserve_number", "add_step:deposit"),
        "mark_complete": ("create_opinion_requests", "create_consultations"),
        "default_complete": ("add_step:default_acknowledgment", "create_opinion_requests", "create_consultations"),
        "declare_inadmissible": ("letter:inadmissible", "close_steps", "close_tasks"),
        "submit": ("send_to_meeting",),
        "grant": ("close_steps", "close_tasks", "feed_registers"),
        "refuse": ("close_steps", "close_tasks", "feed_registers"),
        "withdraw": ("close_steps", "close_tasks"),
        "seise": ("propose_refund", "letter:seised"),
        "grant_on_appeal": ("keep_first_decision", "feed_registers"),
        "refuse_on_appeal": ("keep_first_decision", "feed_registers"),
    }
)


@dataclass(frozen=True)
class PermitFacts:
    """What the guards look at; the dates are legal dates (sent or received)."""

    state: str
    procedure: str = "P"
    previous_state: str = ""
    comment: str = ""
    deposited_on: date | None = None
    has_applicant: bool = False
    has_place: bool = False
    subject: str = ""
    missing_pieces: int = 0
    statement_sent_on: date | None = None
    supplements_on: date | None = None
    times_incomplete: int = 0
    choice: frozenset[Choice] = frozenset()
    acknowledged_on: date | None = None
    completeness_missed: bool = False
    supplements_missed: bool = False
    inadmissible_reason: str = ""
    report_ready: bool = False
    decision_on: date | None = None
    decision_sense: str = ""
    competent_authority: str = ""
    decided_by: str = ""
    notified_on: date | None = None
    decision_due: date | None = None
    decision_missed: bool = False
    suspended_on: date | None = None
    withdrawal_letter: bool = False
    appeal_on: date | None = None
    lapse_reached: bool = False
    works_done: bool = False
    lapse_report: bool = False
    retention_over: bool = False


def transition_refusals(transition_id: str, facts: PermitFacts) -> Refusals:
    """Every reason why the move may not be made; whether the actor has the role is asked elsewhere."""
    transition = MACHINE.transition(transition_id)
    if transition is None or facts.state not in transition.sources:
        return (Refusal("permit.no_such_move", {"transition": transition_id, "state": facts.state}),)
    refusals = list(_GUARDS[transition.guard](facts)) if transition.guard else []
    if transition.comment and not facts.comment.strip():
        refusals.append(Refusal("required", place="comment"))
    return tuple(refusals)


def next_state(transition_id: str, facts: PermitFacts) -> str:
    """State after the move: resuming, thawing and reopening go back to the state that was left.

    Raises ``KeyError`` for a move that does not exist: a program's error.
    """
    transition = MACHINE.transition(transition_id)
    if transition is None:
        raise KeyError(transition_id)
    return facts.previous_state if transition.target == PREVIOUS else transition.target


def state_to_remember(transition_id: str, facts: PermitFacts) -> str:
    """State to come back to later, after the move: the one left, kept while the dossier is not running."""
    return facts.state if facts.state in _RUNNING else facts.previous_state


def decision_warnings(facts: PermitFacts) -> Refusals:
    """What is odd about a decision: not sent yet, sent out of time, by an authority that is not competent (W12)."""
    warnings = []
    if facts.decision_on and not facts.notified_on:
        warnings.append(Refusal("permit.not_notified"))
    if facts.notified_on and facts.decision_due and facts.notified_on > facts.decision_due:
        warnings.append(Refusal("permit.out_of_time", {"due": facts.decision_due, "sent": facts.notified_on}))
    if facts.decided_by and facts.decided_by != facts.competent_authority:
        warnings.append(Refusal("permit.not_competent", {"by": facts.decided_by}))
    return tuple(warnings)


def creation_refusals(procedure: str, deposited_on: date | None, today: date) -> Refusals:
    """May a dossier of that procedure be created? Commercial and integrated permits are closed since April 2024."""
    if procedure in LEGACY and (deposited_on or today) >= CODT_2024:
        return (Refusal("permit.legacy_procedure", {"procedure": procedure}, "procedure"),)
    return NONE


def deletion_refusals(facts: PermitFacts, manager: bool) -> Refusals:
    """May the dossier be deleted? By a manager only, and never once anything was sent to the applicant."""
    refusals = [] if manager else [Refusal("permit.manager_only")]
    if facts.acknowledged_on or facts.statement_sent_on:
        refusals.append(Refusal("permit.already_acknowledged"))
    return tuple(refusals)


def _missing(**wanted: object) -> Refusals:
    return tuple(Refusal("required", place=name) for name, value in wanted.items() if not value)


def _register(f: PermitFacts) -> Refusals:
    return _missing(
        applicant=f.has_applicant, subject=f.subject.strip(), place=f.has_place, deposited_on=f.deposited_on
    )


def _incomplete(f: PermitFacts) -> Refusals:
    again = (Refusal("permit.second_incompleteness"),) if f.times_incomplete else NONE
    return _missing(missing_pieces=f.missing_pieces, statement_sent_on=f.statement_sent_on) + again


def _complete(f: PermitFacts) -> Refusals:
    unknown = not f.choice or Choice.UNKNOWN in f.choice
    choice = (Refusal("permit.choice_unknown", place="choice"),) if unknown else NONE
    return choice + _missing(acknowledged_on=f.acknowledged_on, has_place=f.has_place, has_applicant=f.has_applicant)


def _default(f: PermitFacts) -> Refusals:
    refusals = [] if f.completeness_missed else [Refusal("permit.completeness_running")]
    if f.statement_sent_on:
        refusals.append(Refusal("permit.statement_sent", {"on": f.statement_sent_on}))
    return tuple(refusals)


def _inadmissible(f: PermitFacts) -> Refusals:
    because = (f.times_incomplete and f.missing_pieces) or f.supplements_missed or f.inadmissible_reason.strip()
    return NONE if because else (Refusal("permit.no_inadmissibility"),)


def _decide(f: PermitFacts) -> Refusals:
    # The decision is sent after it is taken: until then its clock goes on running, whatever the state.
    return _missing(decision_on=f.decision_on, decision_sense=f.decision_sense, decided_by=f.decided_by)


def _previous(f: PermitFacts) -> Refusals:
    known = f.previous_state in _RUNNING
    return NONE if known else (Refusal("permit.no_previous_state", {"state": f.previous_state}),)


def _lapse(f: PermitFacts) -> Refusals:
    if f.lapse_report or (f.lapse_reached and not f.works_done):
        return NONE
    return (Refusal("permit.not_lapsed"),)


def _flag(name: str, code: str) -> Callable[[PermitFacts], Refusals]:
    return lambda facts: NONE if getattr(facts, name) else (Refusal(code, place=name),)


_GUARDS: Mapping[str, Callable[[PermitFacts], Refusals]] = MappingProxyType(
    {
        "register": _register,
        "incomplete": _incomplete,
        "supplements": _flag("supplements_on", "required"),
        "complete": _complete,
        "default": _default,
        "inadmissible": _inadmissible,
        "submit": _flag("report_ready", "permit.no_report"),
        "decide": _decide,
        "decide_elsewhere": lambda f: _missing(decision_on=f.decision_on, decided_by=f.decided_by),
        "suspend": _flag("suspended_on", "required"),
        "previous": _previous,
        "withdraw": _flag("withdrawal_letter", "permit.no_withdrawal_letter"),
        "seise": _flag("decision_missed", "permit.decision_running"),
        "appeal": _flag("appeal_on", "required"),
        "lapse": _lapse,
        "archive": _flag("retention_over", "permit.retention_running"),
    }
)
