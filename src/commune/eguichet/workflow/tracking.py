"""Following a request without being signed in: reference, access code, mail address or birth date."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from plone import api

from commune.core.content.clock import now
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.lookup import by_uid
from commune.eguichet.content.attempts import attempts, note_attempt
from commune.eguichet.rules.tracking import (
    FAILURE_WINDOW,
    TrackedRequest,
    attempt_refusals,
    follow_up_refusals,
    parse_reference,
    read_access_code,
    request_reference,
)
from commune.eguichet.workflow.secrecy import code_hash, read_ticket, sign

TICKET = "follow-up"
OPEN_FOR = timedelta(minutes=30)
NO_CODE = "!"


@dataclass(frozen=True)
class Claim:
    """What somebody typed to follow a request, and from which address of the network."""

    reference: str
    code: str
    mail: str = ""
    birth_date: date | None = None
    address: str = ""


def follow(claim: Claim) -> tuple[Any, Refusals]:
    """The request, or why not; every wrong claim gets the same answer and counts as a failure."""
    site, moment = api.portal.get(), now()
    parsed = parse_reference(claim.reference)
    reference = request_reference(*parsed) if parsed else ""
    keys = [f"reference:{reference}"] * bool(reference) + [f"address:{claim.address}"] * bool(claim.address)
    for key in keys:
        closed = attempt_refusals(attempts(site, key), moment)
        if closed:
            return None, closed
    request = find(reference)
    refusals = follow_up_refusals(_tracked(request, claim.code), claim.code, claim.mail, claim.birth_date)
    if any(one.code == "tracking.no_match" for one in refusals):
        for key in keys:
            note_attempt(site, key, moment, FAILURE_WINDOW)
    return (None, refusals) if refusals else (request, ())


def find(reference: str) -> Any:
    """The request of that reference whoever may read it, or ``None``."""
    if not reference:
        return None
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(portal_type="request", dossier_reference=reference)
    return by_uid(brains[0].UID) if brains else None


def _tracked(request: Any, code: str) -> TrackedRequest | None:
    """Only the hash of the code is kept: the typed one stands for it when it gives the same hash."""
    if request is None:
        return None
    known = (read_access_code(code) or NO_CODE) if code_hash(code) == request.code_hash else NO_CODE
    return TrackedRequest(known, request.mail, request.birth_date, erased=request.values is None)


def ticket_for(request: Any) -> str:
    """A ticket that opens the request to its holder for half an hour."""
    return sign(TICKET, request.UID(), now() + OPEN_FOR)


def by_ticket(ticket: str) -> Any:
    """The request that a ticket opens, ``None`` when the ticket is not genuine or too old."""
    return by_uid(read_ticket(TICKET, ticket or "", now()))


def too_many(kind: str, address: str, most: int, window: timedelta) -> Refusals:
    """Whether an address of the network did something too often; counts this time."""
    site, moment = api.portal.get(), now()
    key = f"{kind}:{address}"
    recent = [one for one in attempts(site, key) if one > moment - window]
    if len(recent) >= most:
        wait = recent[-most] + window - moment
        return (Refusal("rate_limited", {"retry_after": int(wait.total_seconds())}),)
    note_attempt(site, key, moment, window)
    return ()
