"""Tokens of programs: made and revoked by administrators, asked at each call."""

from typing import Any

from plone import api
from zope.component import getUtilitiesFor
from zope.interface import implementer

from commune.core.content.clock import now, today
from commune.core.content.service_tokens import make_token
from commune.core.i18n import _
from commune.core.interfaces import IOfficeEntry, ITokenPlaces
from commune.core.rules.service_tokens import ServiceToken, TokenWish, against_making
from commune.core.workflow.process import Refused


def offered_places(site: Any) -> dict[str, str]:
    """Titles by uid of what a token may be limited to, as the modules offer them."""
    found: dict[str, str] = {}
    for _name, offer in getUtilitiesFor(ITokenPlaces):
        found |= offer.places(site)
    return found


def make(site: Any, wish: TokenWish, maker: str) -> tuple[ServiceToken, str]:
    """The token with its secret, told once; raises ``Refused`` with every fault."""
    known = bool(wish.account) and api.user.get(userid=wish.account) is not None
    refusals = against_making(wish, today(), known, offered_places(site))
    if refusals:
        raise Refused(*refusals)
    return make_token(site, wish, maker, now())


@implementer(IOfficeEntry)
class ProgramsDoor:
    """Leads administrators to the tokens of programs."""

    title = _("Programs")
    path = "@@programs"
    permission = "commune.core: Manage the organisation"
    icon = ""
    order = 90


DOOR = ProgramsDoor()
