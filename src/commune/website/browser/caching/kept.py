"""Public pages kept in the memory of the process, and given before the site is even opened.

A page is given again while nothing at all was committed to the database of its site, within the same minute.
So nobody sees an old page after a change made in this process; a change made in another one shows within the minute.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

from plone.transformchain.interfaces import DISABLE_TRANSFORM_REQUEST_KEY
from zope.component import adapter
from ZPublisher.interfaces import IPubAfterTraversal, IPubStart, IPubSuccess

from commune.core.content.clock import now
from commune.website.rules.negotiation import chosen

SLOT = 60
MOST = 1000
LONGEST = 500_000
LANGUAGE = "I18N_LANGUAGE"
LEFT_OUT = frozenset({"date", "x-powered-by", "set-cookie", "connection"})
STATE, WANTED = "commune.website.state", "commune.website.keep"
_pages: dict[tuple[str, ...], "Page"] = {}
_lock = Lock()


@dataclass(frozen=True)
class Page:
    """An answer as it was given; ``state`` is the last transaction of ``database`` when it was begun."""

    database: Any
    state: bytes
    slot: int
    headers: Mapping[str, str]
    body: bytes

    def is_fresh(self) -> bool:
        """Whether nothing was committed since, and the minute is the same; a database that was closed is past."""
        if "storage" not in vars(self.database):
            return False
        return self.slot == minute() and self.state == self.database.lastTransaction()


def minute() -> int:
    """Number of the present minute."""
    return int(now().timestamp()) // SLOT


def anybody(request: Any) -> bool:
    """Whether the visitor has nothing of his own: no account, and no cookie but the one of his language."""
    return request.method == "GET" and not request._auth and set(request.cookies) <= {LANGUAGE}


def keep(request: Any) -> None:
    """Ask that the answer to this request be kept."""
    request.environ[WANTED] = True


def forget() -> None:
    """Drop every page kept."""
    _pages.clear()


@adapter(IPubStart)
def give(event: Any) -> None:
    """Answer with the page as kept: the path then leads to it, instead of through the site."""
    request = event.request
    page = _pages.get(_key(request)) if anybody(request) else None
    if page is None or not page.is_fresh():
        return
    request.environ[DISABLE_TRANSFORM_REQUEST_KEY] = True
    request.traverse = lambda *path, **hooks: lambda: _answer(request.response, page)


@adapter(IPubAfterTraversal)
def note_state(event: Any) -> None:
    """Remember what the database was before the page was computed."""
    published = event.request.get("PUBLISHED")
    place = getattr(published, "context", published)
    connection = getattr(place, "_p_jar", None)
    if connection is not None:
        database = connection.db()
        event.request.environ[STATE] = (database, database.lastTransaction())


@adapter(IPubSuccess)
def take(event: Any) -> None:
    """Keep the answer that was asked to be kept."""
    request, response = event.request, event.request.response
    body, noted = response.body, request.environ.get(STATE)
    wanted = request.environ.get(WANTED) and noted and response.getStatus() == 200
    if not wanted or not isinstance(body, bytes) or not 0 < len(body) <= LONGEST:
        return
    headers = {name: value for name, value in response.headers.items() if name not in LEFT_OUT}
    with _lock:
        while len(_pages) >= MOST:
            del _pages[next(iter(_pages))]
        _pages[_key(request)] = Page(*noted, minute(), headers, body)


def _answer(response: Any, page: Page) -> Any:
    for name, value in page.headers.items():
        response.setHeader(name, value)
    response.setHeader("X-Kept", "1")
    response.setBody(page.body, lock=True)
    return response


def _key(request: Any) -> tuple[str, ...]:
    environ = request.environ
    names = ("wsgi.url_scheme", "HTTP_HOST", "SERVER_NAME", "SERVER_PORT", "SCRIPT_NAME", "PATH_INFO", "QUERY_STRING")
    form = chosen(str(environ.get("HTTP_ACCEPT", "")))
    return (*(str(environ.get(name, "")) for name in names), str(request.cookies.get(LANGUAGE, "")), form)
