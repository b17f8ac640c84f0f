"""Zope started for a command, without serving anything."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import transaction
from zc.lockfile import LockError


class Locked(Exception):
    """The database is open in another process, most likely the running instance."""


class NoInstance(Exception):
    """There is no Zope configuration where one was expected."""


@contextmanager
def application(config: Path) -> Iterator[Any]:
    """The root of the database that ``config`` (a ``zope.conf``) names; closed at the end, nothing is committed.

    Raises ``NoInstance`` without the file and ``Locked`` while another process has the database open.
    """
    if not config.is_file():
        raise NoInstance(str(config))
    logging.basicConfig(level=logging.ERROR)
    warnings.filterwarnings("ignore", "pkg_resources is deprecated")  # of libraries; says nothing to a deployer
    import Zope2
    from Zope2.Startup.run import configure_wsgi

    try:
        configure_wsgi(str(config.resolve()))
        app = Zope2.app()
    except LockError as held:
        raise Locked(str(held)) from held
    try:
        yield app
    finally:
        transaction.abort()
        app._p_jar.close()
