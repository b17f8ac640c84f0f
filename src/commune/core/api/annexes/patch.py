"""PATCH on an annex: title, type and flags, and a new version of the file."""

from typing import Any

import transaction

from commune.core.api.act import Act
from commune.core.api.annexes.annex_json import annex_json
from commune.core.api.contract import BASE64, FLAG, TEXT, body, decoded
from commune.core.content.refused import Refused
from commune.core.workflow.actor import current_actor
from commune.core.workflow.annexes import FLAGS, against_changing, change, replace


class PatchAnnex(Act):
    """Body: any of ``title``, ``category``, flags, and ``filename`` with ``data``.

    200 with the annex, 409 with all reasons.
    """

    takes = body(title=TEXT, category=TEXT, filename=TEXT, data=BASE64, **dict.fromkeys(FLAGS, FLAG))

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        actor, savepoint = current_actor(self.context.aq_parent), transaction.savepoint()
        refusals = against_changing(self.context, actor)
        if refusals:
            raise Refused(*refusals)
        try:
            change(self.context, actor, **{name: wish[name] for name in ("title", "category", *FLAGS) if name in wish})
            if "data" in wish:
                replace(self.context, str(wish.get("filename", "")), decoded(wish["data"]), actor=actor)
        except Refused:
            savepoint.rollback()
            raise
        return annex_json(self.context)
