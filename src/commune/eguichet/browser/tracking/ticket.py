"""The cookie that keeps a follow-up open for half an hour to who proved to be the citizen."""

from typing import Any

from commune.eguichet.workflow.tracking import by_ticket, ticket_for

COOKIE = "commune_follow"


def leave_ticket(request: Any, followed: Any) -> None:
    """Let the visitor follow that request for a while."""
    secure = str(request.get("SERVER_URL", "")).startswith("https")
    request.response.setCookie(COOKIE, ticket_for(followed), path="/", http_only=True, same_site="Lax", secure=secure)


def take_ticket(request: Any) -> None:
    """Stop following."""
    request.response.expireCookie(COOKIE, path="/")


def followed_by(request: Any) -> Any:
    """The request that the visitor follows, or ``None``."""
    return by_ticket(str(request.cookies.get(COOKIE, "")))
