"""A request through Zope's whole publisher, without a socket."""

import sys
from io import BytesIO


def publish(path, query="", **environ):
    """One GET; the status line, the headers as pairs, and the body in bytes."""
    from ZPublisher.WSGIPublisher import publish_module

    given = []
    whole = {
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
        **environ,
    }
    body = b"".join(publish_module(whole, lambda status, headers: given.append((status, headers))))
    return *given[0], body
