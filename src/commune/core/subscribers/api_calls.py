"""What every call of a program meets before a service answers it: its token, its rate, and whether it is a trial."""

from datetime import UTC, timedelta
from typing import Any
from urllib.parse import parse_qs

import transaction
from Acquisition import aq_chain
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.rest.interfaces import IAPIRequest
from plone.uuid.interfaces import IUUID
from zExceptions import NotFound
from zope.component import adapter
from zope.interface import alsoProvides
from ZPublisher.interfaces import IPubAfterTraversal

from commune.core.content.clock import now
from commune.core.content.problem import Problem
from commune.core.content.service_settings import service_settings
from commune.core.content.service_tokens import last_use, uses_of
from commune.core.interfaces import ICoreLayer
from commune.core.rules.refusals import Refusal
from commune.core.rules.service_tokens import ServiceToken, TokenCall, against_call, in_place
from commune.core.workflow.call_limits import count_call
from commune.core.workflow.token_plugin import secret_in, token_in

DRY_RUN = "Dry-Run"
YES, NO = frozenset({"1", "true", "yes", "?1"}), frozenset({"", "0", "false", "no", "?0"})
REMEMBERED = timedelta(hours=1)


@adapter(IPubAfterTraversal)
def check_call(event: Any) -> None:
    """Raise ``Problem`` when the call is not served; what a token does not reach is not found."""
    request = event.request
    if not ICoreLayer.providedBy(request):
        return
    programs, secret = IAPIRequest.providedBy(request), secret_in(request)
    if not programs and not secret:
        return
    site = api.portal.get()
    token = token_in(site, request) if secret else None
    _count(site, request, token)
    if secret:
        _check_token(site, request, token, programs)
    if programs and wants_trial(request):
        transaction.doom()
        request.response.setHeader(DRY_RUN, "true")


def wants_trial(request: Any) -> bool:
    """Whether everything is to be checked and nothing written (``?dry_run=1`` or the header ``Dry-Run``)."""
    request.form.pop("dry_run", None)
    told = parse_qs(request.get("QUERY_STRING", ""), keep_blank_values=True).get("dry_run", ["0"])[-1] or "1"
    header = request.getHeader(DRY_RUN) or ""
    asked = (told if told not in NO else header).strip().lower()
    if asked not in YES | NO:
        raise Problem(400, (Refusal("body.invalid", {"field": "dry_run", "expected": "0, 1"}, "dry_run"),))
    return asked in YES


def _count(site: Any, request: Any, token: ServiceToken | None) -> None:
    settings = service_settings()
    figure = settings.calls_per_minute if settings is not None else 0
    if not figure:
        return
    user = None if api.user.is_anonymous() else api.user.get_current().getId()
    caller = f"token {token.id}" if token else f"account {user}" if user else f"address {request.getClientAddr()}"
    spent = count_call("/".join(site.getPhysicalPath()), caller, figure)
    told = {"RateLimit-Limit": str(figure), "RateLimit-Remaining": str(spent.left)}
    for name, value in told.items():
        request.response.setHeader(name, value)
    if not spent.served:
        refusal = Refusal("calls.too_many", {"most": figure, "wait": spent.wait})
        raise Problem(429, (refusal,), told | {"Retry-After": str(spent.wait)})


def _check_token(site: Any, request: Any, token: ServiceToken | None, programs: bool) -> None:
    if token is None:
        raise Problem(401, (Refusal("token.worthless"),), {"WWW-Authenticate": "Bearer"})
    published = request.get("PUBLISHED")
    around = aq_chain(getattr(published, "__self__", published))
    context = getattr(published, "context", None)
    uids = {IUUID(one, None) for one in (*around, *(aq_chain(context) if context is not None else ()))}
    call = TokenCall(request.method, _service(request), frozenset(filter(None, uids)), programs)
    if not in_place(token, call):
        raise NotFound()
    refusals = against_call(token, call)
    if refusals:
        raise Problem(403, refusals)
    _remember(site, request, token)


def _service(request: Any) -> str:
    """The last word of the address that names a service or a view."""
    steps = request.get("PATH_INFO", "").split("/")
    return next((step for step in reversed(steps) if step.startswith("@")), steps[-1])


def _remember(site: Any, request: Any, token: ServiceToken) -> None:
    """Once an hour: a call that only reads shall seldom write."""
    moment, before = now().astimezone(UTC), last_use(site, token.id)
    if before is None or moment - before >= REMEMBERED:
        alsoProvides(request, IDisableCSRFProtection)  # no browser sends a token by itself
        uses_of(site)[token.id] = moment
