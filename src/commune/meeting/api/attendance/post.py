"""POST @attendance: set the members of a meeting, mark one out of items or back."""

from typing import Any

from zExceptions import BadRequest

from commune.core.api.act import Act
from commune.core.api.contract import COUNT, FLAG, TEXT, body, one_of
from commune.core.workflow.actor import current_actor
from commune.meeting.api.attendance.attendance_json import attendance_json
from commune.meeting.content.session import sheet_of
from commune.meeting.rules.attendance import Away, Cause, Member, Out, Presence, Proxy, item_range
from commune.meeting.workflow import session
from commune.meeting.workflow.guard import check_manager

MEMBER = body("uid", uid=TEXT, presence=one_of(*map(str, Presence)), voter=FLAG, rank=COUNT, remote=FLAG, weight=COUNT)
PROXY = body("giver", "holder", giver=TEXT, holder=TEXT)


class PostAttendance(Act):
    """Body: ``{"members": [{"uid", "presence", "voter", "rank", "remote", "weight"}], "proxies": [{"giver",
    "holder"}], "version": int}`` (the proxies stay as they are when they are not given), or
    ``{"member": uid, "from": item, "until": item, "out": "absent" | "excused" | "not_concerned" | "", "cause": ""}``.
    """

    takes = body(
        members={"type": "array", "items": MEMBER},
        proxies={"type": "array", "items": PROXY},
        version=COUNT,
        member=TEXT,
        out=one_of("", *map(str, Out)),
        cause=one_of(*map(str, Cause)),
        **{"from": TEXT, "until": TEXT},
    )

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        actor = current_actor(self.context)
        check_manager(actor, self.context)
        session.check_version(self.context, wish.get("version"))
        try:
            if "members" in wish:
                given = [Proxy(row["giver"], row["holder"]) for row in wish["proxies"]] if "proxies" in wish else None
                session.set_members(self.context, [_member(row) for row in wish["members"]], actor.userid, given)
            else:
                self._mark(wish, actor.userid)
        except (KeyError, ValueError, TypeError) as error:
            raise BadRequest(str(error)) from error
        return attendance_json(self.context)

    def _mark(self, wish: dict[str, Any], user: str) -> None:
        items = item_range(sheet_of(self.context), wish["from"], wish.get("until", ""))
        away = Away(Out(wish["out"]), Cause(wish.get("cause", ""))) if wish.get("out") else None
        session.mark_away(self.context, wish["member"], items, away, user)


def _member(row: dict[str, Any]) -> Member:
    return Member(
        str(row["uid"]),
        Presence(row.get("presence", "present")),
        bool(row.get("voter", True)),
        int(row.get("rank", 0)),
        remote=bool(row.get("remote", False)),
        weight=int(row.get("weight", 1)),
    )
