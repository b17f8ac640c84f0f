"""Anonymous pages with one process: the home page and a procedure, computed and as kept in the instance.

Run: ``python -m tests.load.bench_pages [requests]`` (40). Requests go through Zope's whole WSGI publisher, without a
socket. "Computed" asks each time with a query that nobody asked before.
"""

import sys
from base64 import b64encode
from itertools import count

from tests.layers import SERVER
from tests.load.measuring import layer_up, line, times
from tests.publishing import publish

PAGES = (
    ("home page", ""),
    ("page of a section", "/vivre/dechets"),
    ("directory of services", "/services"),
    ("procedure", "/demarches/permis-d-urbanisme"),
)
FRESH = count()


def ask(path, query="", account=()):
    """One GET, anonymous or by an account (name and password); the body, whose status must be 200."""
    own = {"HTTP_AUTHORIZATION": f"Basic {b64encode(':'.join(account).encode()).decode()}"} if account else {}
    status, _headers, body = publish(path, query, **own)
    assert status.startswith("200") and b"</html>" in body, (path, status)
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
