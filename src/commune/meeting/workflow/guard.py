"""What only the managers of a body do."""

from typing import Any

from AccessControl import getSecurityManager

from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import Actor
from commune.core.workflow.process import Refused
from commune.meeting.workflow.place import oversees


def check_manager(actor: Actor, context: Any) -> None:
    """Refuse an act of management to anybody but the managers of the body and the administrators."""
    if not oversees(actor, context):
        raise Refused(Refusal("meetings.not_manager"))


def may_edit(context: Any) -> bool:
    """Whether the user may change the object."""
    return bool(getSecurityManager().checkPermission("Modify portal content", context))
