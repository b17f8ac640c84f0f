"""Waiting for what a library offers as a coroutine, wherever we are."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def waited(work: Coroutine[Any, Any, Any]) -> Any:
    """What the coroutine gives, run to its end in a thread of its own: a loop may already run in this one."""
    with ThreadPoolExecutor(1) as one:
        return one.submit(asyncio.run, work).result()
