"""Anonymous pages with one process: the home page and a procedure, computed and as kept in the instance.

Run: ``python -m tests.load.bench_pages [requests]`` (40). Requests go through Zope's whole WSGI publisher, without a
socket. "Computed" asks each time with a query that nobody asked before.
"""

import sys
from base64 import b64encode
from io import BytesIO
from itertools import count

from ZPublisher.WSGIPublisher import publish_module

from tests.layers import SERVER
from tests.load.measuring import layer_up, line, times

PAGES = (
    ("home page", ""),
    ("page of a section", "/vivre/dechets"),
    ("directory of services", "/services"),
    ("procedure", "/demarches/permis-d-urbanisme"),
)
FRESH = count()


def ask(path, query="", account=()):
    """One GET, anonymous or by an account (name and password); the body, whose status must be 200."""
    environ = {
        "REQUEST_METHOD": "GET",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.url_scheme": "http",
        "wsgi.version": (1, 0),
    }
    if account:
        environ["HTTP_AUTHORIZATION"] = f"Basic {b64encode(':'.join(account).encode()).decode()}"
    statuses = []
    body = b"".join(publish_module(environ, lambda status, headers: statuses.append(status)))
    assert statuses[0].startswith("200") and b"</html>" in body, (path, statuses)
    return body


def measure(name, path, requests):
    """Two printed lines."""
    line(
        f"{name}, computed",
        times(lambda: ask(path, f"fresh={next(FRESH)}"), requests, warm=5),
        budget="aim 40 ms of CPU",
    )
    line(f"{name}, as kept", times(lambda: ask(path), requests * 5, warm=5), budget="aim 2 ms of CPU")


def main(requests=40):
    with layer_up(SERVER) as layer:
        for name, path in PAGES:
            measure(name, f"/{layer['portal'].getId()}{path}", requests)


if __name__ == "__main__":
    main(*(int(one) for one in sys.argv[1:]))
