"""POST @dashboard-batch: one act on many dossiers of a dashboard; each is done or refused by itself."""

import base64
from typing import Any

from plone import api
from zExceptions import NotFound
from zope.i18n import translate

from commune.core.api.act import Act
from commune.core.api.contract import NAMED, TEXT, TEXTS, body
from commune.core.api.refused import told
from commune.core.content.refused import Refused
from commune.core.rules.narrowing import narrow
from commune.core.rules.refusals import Refusal
from commune.core.workflow import batch
from commune.core.workflow.batch import MOST, Outcome
from commune.core.workflow.dashboards.board import board


class PostBatch(Act):
    """Body: ``{"dashboard": name, "do": act, "uids": [uid], "wish": {question: answer}}``.

    200 with what was done and what was not, and why; 202 with a job beyond a hundred dossiers; 409 with every fault.
    ``files`` gives one file as base64.
    """

    takes = body("dashboard", "do", "uids", dashboard=TEXT, do=TEXT, uids=TEXTS, wish=NAMED)
    gives = (200, 202)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        opened = board(self.context, wish["dashboard"])
        if opened is None:
            raise NotFound(wish["dashboard"])
        act, said = self._act(opened, wish["do"]), wish.get("wish", {})
        query = narrow(opened.query(), {"UID": {"query": list(dict.fromkeys(wish["uids"]))}})
        brains = api.portal.get_tool("portal_catalog")(**query, show_inactive=True)
        if not brains:
            raise Refused(Refusal("acts.none", place="uids"))
        dossiers = [brain.getObject() for brain in brains[:MOST]]
        batch.check(act, dossiers, said)
        if hasattr(act, "make"):
            name, mime, data = act.make(dossiers, said)
            return {"filename": name, "mime": mime, "data": base64.b64encode(data).decode()}
        if len(brains) > MOST:
            title = f"{translate(act.title, context=self.request)} ({len(brains)})"
            self.request.response.setStatus(202)
            return {"job": batch.beside(wish["do"], title, [brain.UID for brain in brains], said)}
        return self._told(batch.run(act, dossiers, said))

    def _act(self, opened: Any, name: str) -> Any:
        if name not in opened.definition.actions:
            raise Refused(Refusal("acts.unknown", place="do"))
        return batch.batch_act(name, self.context)

    def _told(self, outcomes: list[Outcome]) -> dict[str, Any]:
        return {
            "done": [one.uid for one in outcomes if not one.refusals],
            "not_done": [
                {"@id": one.url, "uid": one.uid, "title": one.title, "refusals": told(self, one.refusals)}
                for one in outcomes
                if one.refusals
            ],
        }
