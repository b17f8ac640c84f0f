"""Moving several dossiers at once, each by its own process."""

from typing import Any

from z3c.form.field import Fields
from zope import schema
from zope.i18n import translate
from zope.schema.vocabulary import SimpleTerm, SimpleVocabulary

from commune.core.browser.dashboards.batch import BatchAction
from commune.core.i18n import _
from commune.core.interfaces import IProcess
from commune.core.workflow.actor import current_actor


class TransitionBatch(BatchAction):
    """The transitions that at least one of the chosen dossiers offers, with the number that offer each."""

    label = _("Change the state")
    name = "transition"
    weight = 10

    def _update(self) -> None:
        transitions = self._transitions()
        self.do_apply = bool(len(transitions))
        if self.do_apply:
            self.fields += Fields(
                schema.Choice(__name__="transition", title=_("What to do"), vocabulary=transitions),
                schema.Text(__name__="comment", title=_("Reason or comment"), required=False),
            )

    def _transitions(self) -> SimpleVocabulary:
        counts: dict[str, int] = {}
        titles: dict[str, str] = {}
        for brain in self.brains:
            dossier = brain.getObject()
            for offer in IProcess(dossier).offers(current_actor(dossier)):
                counts[offer.transition.id] = counts.get(offer.transition.id, 0) + 1
                titles[offer.transition.id] = str(translate(offer.transition.title, context=self.request))
        return SimpleVocabulary(
            [SimpleTerm(one, one, f"{titles[one]} ({counts[one]})") for one in sorted(titles, key=titles.__getitem__)]
        )

    def act(self, dossier: Any, data: dict[str, Any]) -> None:
        IProcess(dossier).perform(current_actor(dossier), data["transition"], data["comment"] or "")
