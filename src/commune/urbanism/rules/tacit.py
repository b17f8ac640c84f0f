"""What follows when the college sends no decision in time; proposed, never done silently."""

from dataclasses import dataclass
from datetime import date, timedelta

from commune.core.rules.calendars import LAW, Calendar
from commune.core.rules.deadlines import Deadline, Extension, compute
from commune.urbanism.rules.legal_rules import Effect, tacit_figure


@dataclass(frozen=True)
class TacitFacts:
    """Whether the Region was asked for an opinion and sent one, and whether others were consulted."""

    region_asked: bool = False
    region_answered: bool = False
    publicity_or_opinions: bool = False
    extended: bool = False


@dataclass(frozen=True)
class Tacit:
    """The proposal: rule, delay of the Region, effect when it is silent too, refund of the file fee.

    ``longest`` is the due date when the Region extends its term, ``None`` when it cannot.
    """

    rule: str
    deadline: Deadline
    effect: Effect
    refund: bool = True
    longest: date | None = None


def after_missed_decision(
    missed_due: date, first_deposit: date, facts: TacitFacts, calendar: Calendar = LAW
) -> Tacit | None:
    """What opens on the day after the missed term of L07 (CoDT art. D.IV.47), ``None`` under a former law."""
    rule = _rule(facts)
    figure = tacit_figure(rule, first_deposit)
    if figure is None:
        return None
    start = missed_due if rule == "L11" else missed_due + timedelta(days=1)
    extendable = rule == "L09" and facts.publicity_or_opinions
    extra = (Extension(figure.value.n, decision="region_extension", article=figure.source),)
    deadline = compute(start, figure, calendar, extensions=extra if extendable and facts.extended else ())
    longest = compute(start, figure, calendar, extensions=extra).due if extendable else None
    return Tacit(rule, deadline, Effect.DEEMED_REFUSED if rule != "L10" else Effect.SEISE_GOVERNMENT, True, longest)


def _rule(facts: TacitFacts) -> str:
    if not facts.region_asked:
        return "L09"
    return "L10" if facts.region_answered else "L11"
