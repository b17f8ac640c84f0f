"""Something that a service must do about a dossier, opened and secured on its own."""

from plone.supermodel import model
from zope import schema
from zope.interface import implementer

from commune.core.content.dossier import Dossier
from commune.core.i18n import _


class ITask(model.Schema):
    """What is to be done and until when (inclusive); by whom is said by the fields of every dossier."""

    title = schema.TextLine(title=_("What is to be done"))
    description = schema.Text(title=_("Explanation"), required=False)
    due = schema.Date(title=_("To be done by"), required=False)


@implementer(ITask)
class Task(Dossier):
    """It does not lie in the dossier it is about (``origin``): its readers need not be readers of that one.

    ``requester``: the account that gave it; ``done_on``: the day on which it was done, ``None`` before.
    """

    _Delete_objects_Permission = ()
    description = ""
    due = None
    done_on = None
    requester = ""
