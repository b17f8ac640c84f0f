"""What every public page of the module knows: its language, its site, how to write a day."""

import zlib
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from babel.dates import format_date, format_time
from plone import api
from Products.Five import BrowserView
from zope.i18n import translate

from commune.core.content.clock import BRUSSELS
from commune.core.rules.dates import long_date

STATIC = Path(__file__).parent / "static"


class Reading(BrowserView):
    """A page for the public."""

    @cached_property
    def language(self) -> str:
        return str(api.portal.get_current_language())

    @cached_property
    def root(self) -> Any:
        """The site, or the folder of another language."""
        return api.portal.get_navigation_root(self.context)

    @property
    def home_url(self) -> str:
        """Address of the home page in the language of the page."""
        return str(self.root.absolute_url())

    @property
    def style(self) -> str:
        """Address of the module's stylesheet."""
        return f"{api.portal.get().absolute_url()}/{own('website.css')}"

    @property
    def script(self) -> str:
        """Address of the module's script."""
        return f"{api.portal.get().absolute_url()}/{own('website.js')}"

    def day(self, day: date | datetime, weekday: bool = False) -> str:
        """A day in full, an instant as its local day."""
        return long_date(local(day), self.language, weekday)

    def short(self, day: date | datetime, pattern: str) -> str:
        """Parts of a day by babel's pattern (``d``, ``MMM``, ``EEEE``)."""
        return str(format_date(local(day), pattern, locale=self.language))

    def hour(self, moment: datetime) -> str:
        """The local hour of an instant (``14:05``)."""
        return str(format_time(moment.astimezone(BRUSSELS), "HH:mm", locale=self.language))

    def say(self, message: Any) -> str:
        """A message in the language of the page."""
        return str(translate(message, context=self.request))


def local(moment: date | datetime) -> date:
    """The local day of an instant; a day is itself."""
    if isinstance(moment, datetime):
        return moment.astimezone(BRUSSELS).date() if moment.tzinfo else moment.date()
    return moment


@cache
def own(name: str) -> str:
    """Path of one of our static files, with a fingerprint so that it may be kept for ever."""
    return f"++resource++commune.website/{name}?v={zlib.crc32((STATIC / name).read_bytes()):08x}"
