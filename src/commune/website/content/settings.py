"""Settings of the website, in the registry under ``commune.website``."""

from zope import schema
from zope.interface import Interface

from commune.website.i18n import _


class IWebsiteSettings(Interface):
    """What the communication officer sets once."""

    council = schema.TextLine(
        title=_("Page of the bodies"),
        description=_("The uid of the page that receives meetings."),
        default="",
        required=False,
    )
    synonyms = schema.Tuple(
        title=_("Words that mean the same in the search"),
        description=_("One set on each line: refuse = waste = garbage."),
        value_type=schema.TextLine(),
        default=(),
        required=False,
    )
