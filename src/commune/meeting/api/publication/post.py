"""POST @publication: take an item off the publication, publish it again, settle personal data found in it."""

from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import TEXT, body, one_of
from commune.core.content.clock import today
from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import by_uid
from commune.meeting.api.publication.publication_json import publication_json
from commune.meeting.workflow.guard import check_manager
from commune.meeting.workflow.publication import restore_item, settle, withdraw_item

SETTLED = ("mask", "waive", "unwaive")


class PostPublication(Act):
    """Body: ``{"do": …, "item": uid, "reason": "", "found": words}``; the answer is that of GET.

    ``withdraw`` and ``waive`` need a reason; ``mask``, ``waive`` and ``unwaive`` need the words found.
    """

    takes = body("do", do=one_of("withdraw", "restore", *SETTLED), item=TEXT, reason=TEXT, found=TEXT)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        actor = current_actor(self.context)
        check_manager(actor, self.context)
        item = by_uid(str(wish.get("item") or ""))
        if wish.get("do") == "withdraw":
            withdraw_item(self.context, item, str(wish.get("reason") or ""), today(), actor.userid)
        elif wish.get("do") == "restore":
            restore_item(self.context, item, actor.userid)
        else:
            found, reason = str(wish.get("found") or ""), str(wish.get("reason") or "")
            settle(self.context, item, wish["do"], found, reason, actor.userid)
        return publication_json(self.context)
