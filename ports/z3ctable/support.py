"""The few things that the columns took from packages without a Python 3 release."""

from datetime import date, datetime

from plone import api
from Products.CMFPlone.utils import base_hasattr

EMPTY_STRING = "__empty_string__"
EMPTY_DATE = date(1950, 1, 1)
EMPTY_DATETIME = datetime(1950, 1, 1, 12, 0)


def base_getattr(obj, name, default=None):
    """The object's own attribute, nothing acquired from its parents."""
    return getattr(obj, name, default) if base_hasattr(obj, name) else default


def get_user_fullname(userid):
    """The person's name, or the account's id when there is none."""
    member = api.user.get(userid=userid)
    return (member and member.getProperty("fullname")) or userid
