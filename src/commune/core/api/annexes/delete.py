"""DELETE on an annex: taken out of its dossier (204), or refused with every reason (409)."""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import NOTHING
from commune.core.workflow.actor import current_actor
from commune.core.workflow.annexes import against_removing, remove
from commune.core.workflow.process import Refused


class DeleteAnnex(Act):
    """Nothing is read from the body."""

    takes = NOTHING
    gives = (204,)

    def act(self, wish: dict[str, Any]) -> Any:
        actor = current_actor(self.context)
        refusals = against_removing(self.context, actor)
        if refusals:
            raise Refused(*refusals)
        remove(self.context, actor)
        return self.reply_no_content()
