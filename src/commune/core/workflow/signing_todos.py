"""Documents to sign on the start page, and the door to all of one's sessions."""

from zope.interface import implementer

from commune.core.i18n import _
from commune.core.interfaces import IOfficeEntry, ITodoSource
from commune.core.rules.todo import Todo
from commune.core.workflow.actor import Actor
from commune.core.workflow.signing import address, waiting_for

PATH = "@@signatures"
WHY = _("Waits for your signature")


@implementer(ITodoSource)
class SigningTodos:
    """The sessions in which it is one's turn."""

    title = _("Signatures")
    order = 15

    def rows(self, actor: Actor) -> tuple[Todo, ...]:
        """One row a session."""
        mine = waiting_for(actor)
        return tuple(Todo(one.title, address(one), "signing", one.due, WHY, one.number) for one in mine)

    def more(self) -> str:
        return PATH


TODOS = SigningTodos()


@implementer(IOfficeEntry)
class SigningDoor:
    """Leads to one's sessions."""

    title = _("Signatures")
    path = PATH
    permission = ""
    icon = ""
    order = 25


DOOR = SigningDoor()
