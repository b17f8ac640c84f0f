"""Taking a file out of the dossier."""

from typing import Any

from commune.core.browser.dossier.acting import Acting
from commune.core.browser.dossier.annexes import removable
from commune.core.content.refused import Refused
from commune.core.i18n import _
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import current_actor
from commune.core.workflow.annexes import against_removing, remove


class Detach(Acting):
    """POST ``@@detach`` with ``annex``, its uid."""

    done = _("The file was taken out.")
    anchor = "#annexes"

    def act(self, form: Any) -> None:
        actor = current_actor(self.context)
        annex = removable(self.context).get(str(form.get("annex", "")))
        refusals = (Refusal("annex.not_yours"),) if annex is None else against_removing(annex, actor)
        if refusals:
            raise Refused(*refusals)
        remove(annex, actor)
