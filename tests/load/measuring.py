"""Measuring: a layer set up once, an act repeated, CPU beside wall time."""

import statistics
import time
from contextlib import contextmanager


def order(layer):
    """The bases of a layer first, each once."""
    found = []
    for base in layer.__bases__:
        found += [one for one in order(base) if one not in found]
    return [*found, layer]


@contextmanager
def layer_up(layer):
    """The layer set up, with its test fixture."""
    layers = order(layer)
    for one in layers:
        one.setUp()
    for one in layers:
        one.testSetUp()
    try:
        yield layer
    finally:
        for one in reversed(layers):
            one.testTearDown()
        for one in reversed(layers):
            one.tearDown()


def times(act, repeat=5, warm=1):
    """CPU and wall seconds of each of ``repeat`` calls, after ``warm`` that are not counted."""
    for _turn in range(warm):
        act()
    figures = []
    for _turn in range(repeat):
        cpu, wall = time.process_time(), time.perf_counter()
        act()
        figures.append((time.process_time() - cpu, time.perf_counter() - wall))
    return figures


def line(name, figures, per=1, budget=""):
    """One printed line: median CPU, median and 95th percentile of wall time, in milliseconds, by unit of work."""
    cpu = sorted(c for c, _w in figures)
    wall = sorted(w for _c, w in figures)
    worst = wall[min(len(wall) - 1, round(0.95 * len(wall)))]
    values = [1000 * value / per for value in (statistics.median(cpu), statistics.median(wall), worst)]
    text = f"{name:58} cpu {values[0]:9.2f} ms   wall {values[1]:9.2f} ms   p95 {values[2]:9.2f} ms"
    print(f"{text}   {budget}", flush=True)
