"""The acts on many dossiers that the core brings: moving them, keeping documents, computing rights anew."""

from collections.abc import Mapping, Sequence
from typing import Any

from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import implementer

from commune.core.i18n import _
from commune.core.interfaces import IBatchAct, IProcess
from commune.core.rules.batches import Question
from commune.core.workflow.actor import Actor, current_actor


@implementer(IBatchAct)
class Transition:
    """The transitions that at least one of the dossiers offers, with the number that offer each."""

    title = _("Change the state")

    def offered(self, folder: Any, actor: Actor) -> bool:
        return True

    def questions(self, dossiers: Sequence[Any]) -> tuple[Question, ...]:
        counts: dict[str, int] = {}
        titles: dict[str, str] = {}
        for dossier in dossiers:
            for offer in IProcess(dossier).offers(current_actor(dossier)):
                counts[offer.transition.id] = counts.get(offer.transition.id, 0) + 1
                titles[offer.transition.id] = str(translate(offer.transition.title, context=getRequest()))
        options = tuple((one, f"{titles[one]} ({counts[one]})") for one in sorted(titles, key=titles.__getitem__))
        return (
            Question("transition", _("What to do"), options=options),
            Question("comment", _("Reason or comment"), "text", required=False),
        )

    def act(self, dossier: Any, wish: Mapping[str, Any], actor: Actor) -> None:
        IProcess(dossier).perform(actor, wish["transition"], wish.get("comment") or "")


@implementer(IBatchAct)
class Rights:
    """Who reads what is computed anew; for administrators, after something was repaired by hand."""

    title = _("Compute the rights again")

    def offered(self, folder: Any, actor: Actor) -> bool:
        return actor.administrator

    def questions(self, dossiers: Sequence[Any]) -> tuple[Question, ...]:
        return ()

    def act(self, dossier: Any, wish: Mapping[str, Any], actor: Actor) -> None:
        dossier.reindexObject()
        dossier.reindexObjectSecurity()


TRANSITION, RIGHTS = Transition(), Rights()
