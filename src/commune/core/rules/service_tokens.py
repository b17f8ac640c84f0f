"""Tokens of programs: what one opens, never more than the account that it stands for may."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from commune.core.rules.refusals import NONE, Refusal, Refusals

READ, WRITE = "read", "write"
SCOPES = (READ, WRITE)
LONGEST = timedelta(days=366)
"""A year at most (the specification of identity, 3.7), the day of a leap year included."""
READING = frozenset({"GET", "HEAD", "OPTIONS"})
FILES = frozenset({"@@download", "@@display-file", "@@images", "download"})
EVERYBODY = frozenset({"@openapi"})
PREFIX = "cst_"


@dataclass(frozen=True)
class ServiceToken:
    """What is kept of a token; the secret is not. ``places``: uids of what it is limited to, empty for the whole site.

    ``expires``: the last day on which it works (inclusive).
    """

    id: str
    title: str
    account: str
    scope: str
    places: tuple[str, ...]
    made: datetime
    maker: str
    expires: date
    revoked: datetime | None = None


@dataclass(frozen=True)
class TokenWish:
    """A token to be made."""

    title: str
    account: str
    scope: str
    places: tuple[str, ...]
    expires: date | None


@dataclass(frozen=True)
class TokenCall:
    """A call made with a token: ``inside`` are the uids of what was asked and of all that is around it.

    ``service``: the last word of the address. ``programs``: whether it was asked as the API is.
    """

    method: str
    service: str
    inside: frozenset[str]
    programs: bool


def against_making(wish: TokenWish, today: date, accounts: bool, places: Mapping[str, str]) -> Refusals:
    """Every reason why the token is not made. ``accounts``: whether the account is there; ``places``: those offered."""
    unknown = [uid for uid in wish.places if uid not in places]
    checks = (
        (not wish.title.strip(), Refusal("token.title", place="title")),
        (not accounts, Refusal("token.account", {"account": wish.account}, "account")),
        (wish.scope not in SCOPES, Refusal("token.scope_unknown", {"scope": wish.scope}, "scope")),
        (bool(unknown), Refusal("token.place", {"place": ", ".join(unknown)}, "places")),
        (wish.expires is None, Refusal("token.expiry", place="expires")),
        (wish.expires is not None and wish.expires < today, Refusal("token.past", {"day": wish.expires}, "expires")),
        (
            wish.expires is not None and wish.expires > today + LONGEST,
            Refusal("token.long", {"day": today + LONGEST}, "expires"),
        ),
    )
    return tuple(refusal for wrong, refusal in checks if wrong)


def works(token: ServiceToken, today: date) -> bool:
    """Whether the token still opens anything on that day."""
    return token.revoked is None and today <= token.expires


def in_place(token: ServiceToken, call: TokenCall) -> bool:
    """Whether what is asked lies where the token is limited to."""
    return not token.places or call.service in EVERYBODY or bool(call.inside & set(token.places))


def against_call(token: ServiceToken, call: TokenCall) -> Refusals:
    """Why a call that is in its place is not served: a change with a token for reading, a page instead of the API."""
    if call.method not in READING and token.scope != WRITE:
        return (Refusal("token.reading_only"),)
    if not call.programs and not (call.method in READING and call.service in FILES):
        return (Refusal("token.programs_only"),)
    return NONE
