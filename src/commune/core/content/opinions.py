"""Opinions asked in a dossier: one record per service, with what it said before."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from commune.core.content.journal import Journal
from commune.core.content.records import Records
from commune.core.content.refused import Refused
from commune.core.rules.deadlines import Delay
from commune.core.rules.law import Figure
from commune.core.rules.opinions import OpinionRequest, Sense, giving_refusals
from commune.core.rules.refusals import Refusal

ALL_SENSES = tuple(Sense)


@dataclass(frozen=True)
class Given:
    """What a service said in one round."""

    round: int
    sense: Sense
    comment: str
    by: str
    at: datetime | None


@dataclass(frozen=True)
class Opinion:
    """An opinion asked from ``request.service`` (the uid of a unit). ``draft`` is what its advisers write now."""

    request: OpinionRequest
    asked_by: str
    asked_on: date
    offered: tuple[Sense, ...] = ALL_SENSES
    comment: str = ""
    by: str = ""
    draft: str = ""
    draft_sense: Sense | None = None
    versions: tuple[Given, ...] = ()


class Opinions:
    """The opinions of one dossier. Who may do what is asked in ``workflow.opinions``."""

    def __init__(self, dossier: Any) -> None:
        self.dossier = dossier
        self.records = Records(dossier, "opinions")

    def list(self) -> tuple[Opinion, ...]:
        """In the order in which they were asked."""
        return tuple(self.records)

    def of(self, service: str) -> Opinion | None:
        """The opinion asked from that service."""
        return next((opinion for opinion in self.records if opinion.request.service == service), None)

    def ask(
        self,
        service: str,
        actor: str,
        day: date,
        figure: Figure[Delay] | None = None,
        started: date | None = None,
        offered: tuple[Sense, ...] = ALL_SENSES,
        **terms: Any,
    ) -> Opinion:
        """Ask a service. ``started``: day from which its clock runs (``None``: not yet); ``figure``: its delay.

        ``terms`` are further fields of ``OpinionRequest`` (mandatory, deemed, deemed_by_law, alert).
        Raises ``Refused`` when it is asked already.
        """
        if self.of(service) is not None:
            raise Refused(Refusal("opinion.already", {"service": service}))
        opinion = Opinion(OpinionRequest(service, started, figure, **terms), actor, day, tuple(offered))
        self.records.add(opinion)
        self._changed("opinion_asked", actor, service=service)
        self.dossier.reindexObjectSecurity()
        return opinion

    def start(self, service: str, day: date | None) -> None:
        """Let the clock of a request run from ``day`` (``None``: stop before it began)."""
        self._change(service, request=replace(self._get(service).request, started=day))

    def write(self, service: str, sense: Sense | None, comment: str) -> None:
        """Keep what is being written; nobody but the advisers sees it."""
        self._change(service, draft=comment, draft_sense=sense)

    def give(self, service: str, sense: Sense, comment: str, actor: str, at: datetime) -> None:
        """Give the opinion; raises ``Refused``: not asked, given already, sense not offered, reason missing."""
        opinion = self._get(service)
        refusals = giving_refusals(sense, opinion.offered, comment=comment)
        if opinion.request.given_at is not None and not opinion.request.asked_again:
            refusals += (Refusal("opinion.given", {"service": service}),)
        if refusals:
            raise Refused(*refusals)
        request = replace(opinion.request, sense=sense, given_at=at, asked_again=False)
        self._change(service, request=request, comment=comment, by=actor, draft="", draft_sense=None)
        self._changed("opinion_given", actor, service=service, sense=str(sense), round=request.round)

    def ask_again(self, service: str, actor: str, reason: str, started: date | None = None) -> None:
        """Ask the same service once more: what it said is kept, and proposed to it as its draft."""
        opinion = self._get(service)
        old = opinion.request
        if old.sense is None:
            raise Refused(Refusal("opinion.already", {"service": service}))
        said = Given(old.round, old.sense, opinion.comment, opinion.by, old.given_at)
        request = replace(old, asked_again=True, round=old.round + 1, started=started or old.started)
        self._change(
            service, request=request, versions=(*opinion.versions, said), draft=opinion.comment, draft_sense=old.sense
        )
        self._changed("opinion_asked_again", actor, reason, service=service, round=request.round)

    def confirm_deemed(self, service: str, actor: str) -> None:
        """State that the service's silence has the meaning that the rule gives it."""
        request = self._get(service).request
        if request.deemed is None:
            raise Refused(Refusal("opinion.not_deemed", {"service": service}))
        self._change(service, request=replace(request, deemed_confirmed=True))
        self._changed("opinion_deemed", actor, service=service, sense=str(request.deemed))

    def withdraw(self, service: str, actor: str, reason: str = "") -> None:
        """Take back a request that was not answered; raises ``Refused`` when it was."""
        opinion = self._get(service)
        if opinion.request.given_at is not None:
            raise Refused(Refusal("opinion.given", {"service": service}))
        self.records.remove(self._number(service))
        self._changed("opinion_withdrawn", actor, reason, service=service)
        self.dossier.reindexObjectSecurity()

    def _get(self, service: str) -> Opinion:
        opinion = self.of(service)
        if opinion is None:
            raise Refused(Refusal("opinion.unknown", {"service": service}))
        return opinion

    def _number(self, service: str) -> int:
        return next(number for number, opinion in self.records.items() if opinion.request.service == service)

    def _change(self, service: str, **fields: Any) -> None:
        self.records.replace(self._number(service), replace(self._get(service), **fields))

    def _changed(self, kind: str, actor: str, comment: str = "", **data: object) -> None:
        Journal(self.dossier).note(kind, actor, comment, **data)
        self.dossier.reindexObject()
