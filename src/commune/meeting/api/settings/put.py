"""PUT @settings: replace the configuration of a body."""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import NAMED
from commune.core.workflow.actor import current_actor
from commune.meeting.workflow.configuration import configure


class PutSettings(Act):
    """Body: the whole document; 409 with every fault (JSON pointer) and every dossier that stands in the way."""

    takes = NAMED

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        configure(self.context, wish, current_actor(self.context).userid)
        return self.context.document
