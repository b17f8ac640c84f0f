"""POST @annexes-batch: take out several files of a dossier, set their flags, put them in order, or in one PDF."""

import base64
from typing import Any

from commune.core.api.act import Act
from commune.core.api.contract import NAMED, TEXTS, body, one_of
from commune.core.api.refused import told
from commune.core.content.refused import Refused
from commune.core.rules.annexes import FLAGS
from commune.core.rules.refusals import Refusal
from commune.core.workflow import annex_batch as batch


class PostBatch(Act):
    """Body: ``{"do": "delete"|"flag"|"order"|"concatenate", "annexes": [uid], "flags": {flag: true}}``.

    200 with what was done and what was not, and why; for one PDF its content as base64. 409 when nothing can be done.
    """

    takes = body("do", "annexes", do=one_of("delete", "flag", "order", "concatenate"), annexes=TEXTS, flags=NAMED)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        if wish["do"] == "order":
            batch.arrange(self.context, wish["annexes"])
            return {"annexes": [annex.UID() for annex in batch.readable(self.context)]}
        annexes = batch.chosen(self.context, wish["annexes"])
        if wish["do"] == "concatenate":
            return {"mime": "application/pdf", "data": base64.b64encode(batch.concatenated(annexes)).decode()}
        handled = batch.take_out(annexes) if wish["do"] == "delete" else batch.flag(annexes, **_flags(wish))
        return {
            "done": [one.uid for one in handled if not one.refusals],
            "not_done": [
                {"uid": one.uid, "title": one.title, "refusals": told(self, one.refusals)}
                for one in handled
                if one.refusals
            ],
        }


def _flags(wish: dict[str, Any]) -> dict[str, bool]:
    flags = wish.get("flags", {})
    wrong = [name for name, value in flags.items() if name not in FLAGS or not isinstance(value, bool)]
    if wrong or not flags:
        raise Refused(*(Refusal("annexes.no_flag", place=f"flags/{name}") for name in wrong or [""]))
    return dict(flags)
