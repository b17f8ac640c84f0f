"""Time of one dashboard page: 100 rows over many dossiers, as an officer of one service reads it.

Run: ``python -m tests.load.bench_dashboard [number of dossiers] [repetitions]`` (10000 and 7).
"""

import cProfile
import pstats
import statistics
import sys
import time

from plone.app.testing import login
from zope.interface import alsoProvides

from commune.core.browser.dashboards.view import Dashboard
from commune.core.interfaces import ICoreLayer
from tests.dossiers import keep, kept, officer
from tests.layers import INTEGRATION


def page(folder, request, size="100"):
    """The list part of the page: filters, saved searches, table and pages, without the site around it."""
    request.form.clear()
    request.form.update({"size": size})
    view = Dashboard(folder, request)
    view.name = "core.kept"
    view.filters()
    return view.results()


def fill(folder, number):
    """Dossiers of two services; the reader sees three out of four."""
    for one in range(number):
        unit = "parks" if one % 4 == 0 else "roads"
        keep(folder, f"file {one:05}", unit=unit, assigned_to="edith" if one % 50 == 0 else "")


def measure(act, times):
    """Median CPU and wall milliseconds of ``act``, after one run that is not counted."""
    act()
    figures = []
    for _ in range(times):
        cpu, wall = time.process_time(), time.perf_counter()
        act()
        figures.append(((time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000))
    return [statistics.median(column) for column in zip(*figures, strict=True)]


def with_layer(layer, run):
    """Call ``run`` inside a test layer."""
    order = [one for one in reversed(layer.__mro_layers__())] if hasattr(layer, "__mro_layers__") else _order(layer)
    for one in order:
        one.setUp()
    for one in order:
        one.testSetUp()
    try:
        run(layer)
    finally:
        for one in reversed(order):
            one.testTearDown()
        for one in reversed(order):
            one.tearDown()


def _order(layer):
    found = []
    for base in layer.__bases__:
        found += [one for one in _order(base) if one not in found]
    return [*found, layer]


def run(layer, number, times):
    """Fill, measure, print; the profile goes to the screen when ``--profile`` is given."""
    portal = layer["portal"]
    with kept(portal) as folder:
        officer("edith", "roads_editor")
        started = time.perf_counter()
        fill(folder, number)
        print(f"{number} dossiers made in {time.perf_counter() - started:.0f} s")
        login(portal, "edith")
        request = layer["request"]
        alsoProvides(request, ICoreLayer)
        for size in ("20", "100"):
            cpu, wall = measure(lambda size=size: page(folder, request, size), times)
            print(f"dashboard, {size} rows of {number}: {cpu:.0f} ms CPU, {wall:.0f} ms wall (medians of {times})")
        if "--profile" in sys.argv:
            profile = cProfile.Profile()
            profile.runcall(page, folder, request)
            pstats.Stats(profile).sort_stats("cumulative").print_stats(45)


def main():
    numbers = [int(one) for one in sys.argv[1:] if one.isdecimal()]
    number, times = (numbers + [10000, 7][len(numbers) :])[:2]
    with_layer(INTEGRATION, lambda layer: run(layer, number, times))


if __name__ == "__main__":
    main()
