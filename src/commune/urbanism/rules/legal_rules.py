"""The statutory clocks as dated records: what starts each, how long, what a miss brings."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from commune.core.rules.counting import Direction, Unit
from commune.core.rules.deadlines import Delay
from commune.core.rules.law import Figure, in_force
from commune.urbanism.rules.procedure_choice import ENVIRONMENT, ROADS
from commune.urbanism.rules.regimes import CODT_2017, CODT_2024, LAST_2017
from commune.urbanism.rules.steps import Marker


class Effect(StrEnum):
    """What missing a clock brings about; the system proposes it, a person confirms."""

    DEEMED_ADMISSIBLE = "deemed_admissible"
    DEEMED_FAVOURABLE = "deemed_favourable"
    DEEMED_REFUSED = "deemed_refused"
    SEISE_FD = "seise_fd"
    SEISE_GOVERNMENT = "seise_gov"
    FD_DECIDES = "fd_decides"
    INADMISSIBLE = "inadmissible"
    FINAL = "final"
    LAPSED = "lapsed"
    MAY_OPERATE = "may_operate"
    INFRACTION = "infraction"
    INFORMATION_ONLY = "information_only"


class Condition(StrEnum):
    """What must be true of a dossier, or of the step that starts the clock, for a rule to apply."""

    FIRE_SERVICE = "fire_service"
    OTHER_SERVICE = "other_service"
    CLASS_1 = "class_1"
    CLASS_2 = "class_2"


class Prolongation(StrEnum):
    """What may lengthen a clock."""

    PROROGATION = "prorogation"
    PUBLICITY = "publicity"
    PAUSE = "pause"
    ROAD = "road"
    MANUAL = "manual"


@dataclass(frozen=True)
class LegalRule:
    """A clock of the statutory table. ``figures`` are dated by the first deposit of the dossier.

    Each step with one of the ``starts`` markers opens an instance on its legal date, and the first
    later step with one of the ``stops`` closes it; ``own_answer``: only the step that answers it.
    ``announced``: the length is the announced delay, ``figures`` are empty.
    """

    id: str
    title: str
    procedures: frozenset[str]
    starts: tuple[Marker, ...]
    stops: tuple[Marker, ...]
    figures: tuple[Figure[Delay], ...] = ()
    effect: Effect = Effect.INFORMATION_ONLY
    prolongations: frozenset[Prolongation] = frozenset({Prolongation.MANUAL})
    condition: Condition | None = None
    announced: bool = False
    own_answer: bool = False
    restarts: bool = False
    part: str = ""

    def figure_on(self, first_deposit: date) -> Figure[Delay] | None:
        """The figure of the law that the first deposit chose."""
        return in_force(self.figures, first_deposit)


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


COLLEGE = _set("P CU2 PURB")
PERMITS = _set("P PURB PA")
ENVIRONMENTAL = _set("PE1 PE2 PU")
ASKING = COLLEGE | {"PA"}
_DECISION = frozenset(Prolongation)
_ENV_DECISION = frozenset({Prolongation.PROROGATION, Prolongation.PAUSE, Prolongation.MANUAL})
_LAPSE = frozenset({Prolongation.PAUSE, Prolongation.MANUAL})
_DECREE = "Decree of 11 March 1999"
_M = Marker


def _law(n: int, source: str, unit: Unit = Unit.CALENDAR_DAYS, confidence: str = "A") -> tuple[Figure[Delay], ...]:
    return (Figure(Delay(n, unit), f"CoDT {source}", CODT_2017, None, confidence),)


def _reform(n_2017: int, n_2024: int, source: str, confidence: str = "A") -> tuple[Figure[Delay], ...]:
    return (
        Figure(Delay(n_2017), f"CoDT {source}", CODT_2017, LAST_2017),
        Figure(Delay(n_2024), f"CoDT {source} (2024)", CODT_2024, None, confidence),
    )


def _former(n: int, source: str, confidence_2024: str = "B") -> tuple[Figure[Delay], ...]:
    """A figure proved for 2017 and still to be verified for deposits from 2024."""
    return _reform(n, n, source, confidence_2024)


def _env(n: int, article: str, unit: Unit = Unit.CALENDAR_DAYS, confidence: str = "B") -> tuple[Figure[Delay], ...]:
    return (Figure(Delay(n, unit), f"{_DECREE} {article}", ENVIRONMENT, None, confidence),)


def _other(n: int, source: str, unit: Unit = Unit.CALENDAR_DAYS, confidence: str = "C") -> tuple[Figure[Delay], ...]:
    return (Figure(Delay(n, unit), source, ENVIRONMENT, None, confidence),)


_BEFORE_START = (Figure(Delay(15, direction=Direction.BEFORE), "CoDT art. D.IV.71", CODT_2017),)
_ROAD = "Decree of 6 February 2014"
_ENDS = (_M.NOTIFICATION, _M.DECISION)

FILE_RULES = (
    LegalRule(
        "L01", "Completeness", COLLEGE, (_M.DEPOSIT, _M.SUPPLEMENT_DEPOSIT, _M.AMENDED_DEPOSIT),
        (_M.MISSING_PART, _M.ACKNOWLEDGMENT), _reform(20, 30, "art. D.IV.33"), Effect.DEEMED_ADMISSIBLE, restarts=True,
    ),
    LegalRule(
        "L02", "Supplements of the applicant", COLLEGE, (_M.MISSING_PART,), (_M.SUPPLEMENT_DEPOSIT,),
        _law(180, "art. D.IV.33"), Effect.INADMISSIBLE,
    ),
    LegalRule(
        "L03", "Procedure choice after default", COLLEGE, (_M.DEPOSIT,), (_M.PROCEDURE_CHOICE, _M.ACKNOWLEDGMENT),
        (Figure(Delay(30), "CoDT art. D.IV.33-35", CODT_2017, LAST_2017, "B"),), Effect.FD_DECIDES,
    ),
    LegalRule(
        "L04", "Opinion of a service", ASKING, (_M.OPINION_REQUEST,), (_M.OPINION,), _law(30, "art. D.IV.37-38"),
        Effect.DEEMED_FAVOURABLE, condition=Condition.OTHER_SERVICE, own_answer=True,
    ),
    LegalRule(
        "L04", "College opinion to the Region", frozenset({"PA"}), (_M.DEPOSIT,), (_M.COLLEGE_OPINION,),
        _law(30, "art. D.IV.37-38"), Effect.DEEMED_FAVOURABLE, part="college",
    ),
    LegalRule(
        "L05", "Opinion of the fire service", ASKING, (_M.OPINION_REQUEST,), (_M.OPINION,), _law(45, "art. D.IV.37"),
        condition=Condition.FIRE_SERVICE, own_answer=True,
    ),
    LegalRule(
        "L06", "Opinion of the Region", COLLEGE, (_M.REGION_OPINION_REQUEST,), (_M.REGION_OPINION,),
        _reform(35, 30, "art. D.IV.39", "B"), Effect.DEEMED_FAVOURABLE, own_answer=True,
    ),
    LegalRule(
        "L07", "College decision", COLLEGE, (_M.ACKNOWLEDGMENT, _M.DEFAULT_ACKNOWLEDGMENT), (_M.NOTIFICATION,),
        (), Effect.SEISE_FD, _DECISION, announced=True, restarts=True,
    ),
    LegalRule(
        "L08", "Decision of the Region", frozenset({"PA"}), (_M.ACKNOWLEDGMENT,), (_M.DECISION_RECEIVED,),
        (), Effect.DEEMED_REFUSED, _DECISION, announced=True, restarts=True,
    ),
    LegalRule(
        "L27", "Certificate 1 and notarial information", _set("CU1 NOT"), (_M.DEPOSIT,), (_M.ANSWER,),
        _law(30, "art. D.IV.97 and 99-100", confidence="B"),
    ),
    LegalRule(
        "L28", "Observations on a division", frozenset({"DIV"}), (_M.DEPOSIT,), (_M.ANSWER,),
        _law(30, "art. D.IV.102", confidence="C"),
    ),
    LegalRule(
        "L33", "Amended plans after an intention", COLLEGE, (_M.AMENDED_INTENTION,), (_M.AMENDED_DEPOSIT,),
        (Figure(Delay(180), "CoDT art. D.IV.42 (2024)", CODT_2024, None, "B"),),
    ),
    LegalRule(
        "L35", "Council decision on a road", frozenset({"DV"}), (_M.DEPOSIT,), (_M.COUNCIL_DECISION,),
        (), Effect.INFORMATION_ONLY, announced=True,
    ),
    LegalRule(
        "L35", "Appeal on a road", frozenset({"DV"}), (_M.POSTING,), (_M.RECOURSE,),
        (Figure(Delay(15), _ROAD, ROADS),), Effect.FINAL, part="appeal",
    ),
)  # fmt: skip

ENVIRONMENT_RULES = (
    LegalRule(
        "L36", "Transmission to the technical officer", ENVIRONMENTAL, (_M.DEPOSIT,), (_M.SENT_TO_REGION,),
        _env(3, "art. 18", Unit.WORKING_DAYS, "A"),
    ),
    LegalRule(
        "L37", "Completeness by the technical officer", ENVIRONMENTAL, (_M.FT_RECEIPT, _M.SUPPLEMENT_DEPOSIT),
        (_M.MISSING_PART, _M.ACKNOWLEDGMENT), _env(20, "art. 20", confidence="A"), restarts=True,
    ),
    LegalRule(
        "L38", "Opinion, class 2", ENVIRONMENTAL, (_M.OPINION_REQUEST,), (_M.OPINION,), _env(30, "art. 32"),
        Effect.DEEMED_FAVOURABLE, condition=Condition.CLASS_2, own_answer=True, part="class_2",
    ),
    LegalRule(
        "L38", "Opinion, class 1", ENVIRONMENTAL, (_M.OPINION_REQUEST,), (_M.OPINION,), _env(60, "art. 32"),
        Effect.DEEMED_FAVOURABLE, condition=Condition.CLASS_1, own_answer=True, part="class_1",
    ),
    LegalRule(
        "L39", "College opinion after the inquiry", ENVIRONMENTAL, (_M.INQUIRY_CLOSING,), (_M.COLLEGE_OPINION,),
        _env(10, "art. 29"),
    ),
    LegalRule(
        "L40", "Synthesis report, class 2", ENVIRONMENTAL, (_M.ACKNOWLEDGMENT,), (_M.SYNTHESIS_REPORT,),
        _env(70, "art. 35 and 92"), prolongations=_ENV_DECISION, condition=Condition.CLASS_2, part="class_2",
    ),
    LegalRule(
        "L40", "Synthesis report, class 1", ENVIRONMENTAL, (_M.ACKNOWLEDGMENT,), (_M.SYNTHESIS_REPORT,),
        _env(110, "art. 35 and 92"), prolongations=_ENV_DECISION, condition=Condition.CLASS_1, part="class_1",
    ),
    LegalRule(
        "L41", "Decision", ENVIRONMENTAL, (_M.ACKNOWLEDGMENT,), _ENDS, (),
        prolongations=_ENV_DECISION, announced=True, restarts=True,
    ),
    LegalRule(
        "L41", "College decision after the report, class 2", ENVIRONMENTAL, (_M.SYNTHESIS_REPORT,), _ENDS,
        _env(20, "art. 35 and 93"), condition=Condition.CLASS_2, part="after_report_2",
    ),
    LegalRule(
        "L41", "College decision after the report, class 1", ENVIRONMENTAL, (_M.SYNTHESIS_REPORT,), _ENDS,
        _env(30, "art. 35 and 93"), condition=Condition.CLASS_1, part="after_report_1",
    ),
    LegalRule(
        "L43", "Class 3: inadmissible", frozenset({"DE"}), (_M.DEPOSIT,), (_M.ANSWER,),
        _env(8, "art. 14-15", confidence="A"), part="inadmissible",
    ),
    LegalRule(
        "L43", "Class 3: admissible", frozenset({"DE"}), (_M.DEPOSIT,), (_M.ANSWER,),
        _env(15, "art. 14-15", confidence="A"), Effect.MAY_OPERATE, part="admissible",
    ),
    LegalRule(
        "L43", "Class 3: extra conditions", frozenset({"DE"}), (_M.DEPOSIT,), (_M.DECISION,),
        _env(30, "art. 14-15", confidence="A"), Effect.MAY_OPERATE, part="conditions",
    ),
    LegalRule(
        "L44", "Validity of a class 3 declaration", frozenset({"DE"}), (_M.DEPOSIT,), (),
        _env(10, "art. 14", Unit.YEARS, "A"), Effect.LAPSED, part="class_3",
    ),
    LegalRule(
        "L44", "Longest validity of an environment permit", ENVIRONMENTAL, (_M.DECISION,), (),
        _env(20, "art. 50", Unit.YEARS, "A"), Effect.LAPSED, part="permit",
    ),
)  # fmt: skip

AFTER_RULES = (
    LegalRule(
        "L13", "Suspension by the Region", COLLEGE, (_M.REGION_NOTIFICATION,), (_M.REGION_SUSPENSION,),
        _law(30, "art. D.IV.62 and 90"), Effect.FINAL,
    ),
    LegalRule(
        "L14", "New decision after withdrawal", COLLEGE, (_M.WITHDRAWAL,), (_M.NOTIFICATION,),
        _law(40, "art. D.IV.91"),
    ),
    LegalRule(
        "L15", "Appeal of the applicant", ASKING, (_M.DECISION_RECEIVED,), (_M.RECOURSE,), _law(30, "art. D.IV.63"),
        Effect.FINAL,
    ),
    LegalRule(
        "L16", "Appeal of the Region", COLLEGE, (_M.REGION_NOTIFICATION,), (_M.RECOURSE,), _law(30, "art. D.IV.64-65"),
        Effect.FINAL,
    ),
    LegalRule(
        "L17", "Decision of the Government on appeal", ASKING, (_M.RECOURSE,), (_M.RECOURSE_DECISION,),
        _law(65, "art. D.IV.66-67", confidence="C"),
    ),
    LegalRule(
        "L18", "Annulment before the Council of State", ASKING, (_M.DECISION_RECEIVED,), (),
        _other(60, "Coordinated laws on the Council of State", confidence="A"), Effect.FINAL,
    ),
    LegalRule(
        "L20", "Notice of start of works", PERMITS, (_M.WORK_START,), (_M.START_NOTICE,), _BEFORE_START,
        Effect.INFRACTION,
    ),
    LegalRule(
        "L22", "Declaration of conformity", PERMITS, (_M.COMPLETION_REQUEST,), (_M.CONFORMITY,),
        _law(60, "art. D.IV.73"),
    ),
    LegalRule(
        "L23", "Lapse of a permit", frozenset({"P"}), (_M.NOTIFICATION,), (_M.WORK_END,),
        (
            Figure(Delay(5, Unit.YEARS), "CoDT art. D.IV.84", CODT_2017, LAST_2017),
            Figure(Delay(5, Unit.YEARS), "CoDT art. D.IV.84 (2024)", CODT_2024, None, "B"),
        ),
        Effect.LAPSED, _LAPSE,
    ),
    LegalRule(
        "L24", "Lapse of a Government permit", frozenset({"PA"}), (_M.DECISION_RECEIVED,), (_M.WORK_START,),
        _law(7, "art. D.IV.84 par. 5", Unit.YEARS), Effect.LAPSED, _LAPSE,
    ),
    LegalRule(
        "L25", "Lapse of an urbanisation permit", frozenset({"PURB"}), (_M.NOTIFICATION,), (_M.CONFORMITY,),
        _law(5, "art. D.IV.81-83", Unit.YEARS), Effect.LAPSED, _LAPSE,
    ),
    LegalRule(
        "L26", "Validity of a certificate 2", frozenset({"CU2"}), (_M.NOTIFICATION,), (),
        _law(2, "art. D.IV.98", Unit.YEARS), Effect.LAPSED,
    ),
    LegalRule(
        "L45", "Rental permit", frozenset({"LOG"}), (_M.DEPOSIT,), (_M.DECISION,),
        _other(15, "Walloon housing code art. 9-13"), part="college",
    ),
    LegalRule(
        "L45", "Validity of a rental permit", frozenset({"LOG"}), (_M.DECISION,), (),
        _other(5, "Walloon housing code art. 9-13", Unit.YEARS, "A"), Effect.LAPSED, part="validity",
    ),
    LegalRule(
        "L46", "Answer of the prosecutor", frozenset({"PV"}), (_M.REPORT,), (_M.ANSWER,),
        _other(90, "CoDT art. D.VII.12"),
    ),
)  # fmt: skip

RULES = FILE_RULES + ENVIRONMENT_RULES + AFTER_RULES
TACIT: dict[str, tuple[Figure[Delay], ...]] = {
    "L09": _former(40, "art. D.IV.47 par. 1"),
    "L10": _former(30, "art. D.IV.47 par. 2"),
    "L11": _former(0, "art. D.IV.47 par. 3"),
}
NOT_CLOCKS = {
    "L06b": "meaning not verified",
    "L12": "follows a miss of L07",
    "L19": "no date to compute",
    "L21": "before the planned start, no fixed length",
    "L29": "walked by the consultation period",
    "L30": "walked by the consultation period",
    "L31": "lead times not verified",
    "L32": "length not verified",
    "L34": "opens L01 again, then a new series of L07",
    "L42": "announced delay of the environment permit",
    "L47": "archives only",
}


def rules_for(procedure: str) -> tuple[LegalRule, ...]:
    """Rules that may open a clock on a dossier of that procedure, in the order of the table."""
    return tuple(rule for rule in RULES if procedure in rule.procedures)


def tacit_figure(rule_id: str, first_deposit: date) -> Figure[Delay] | None:
    """Figure of ``"L09"``, ``"L10"`` or ``"L11"`` for a dossier first deposited that day."""
    return in_force(TACIT[rule_id], first_deposit)
