"""One body with many items: the list of 100 rows, a full-text query, an item's page and a meeting's, as it grows.

Run: ``python -m tests.load.bench_meeting_scale [number of items …]`` (1000 10000 100000). The catalog gets rows
like those of real items, of every service and several states, without the items: what is measured is reading lists.
"""

import random
import sys
import time
from copy import copy

import transaction
from plone import api
from plone.app.testing import login
from plone.indexer.interfaces import IIndexableObject
from zope.component import getMultiAdapter
from zope.component.hooks import setSite
from zope.interface import alsoProvides

from commune.core.browser.dashboards.view import Dashboard
from commune.core.interfaces import ICoreLayer
from tests.eguichet.filling import PASSWORD
from tests.layers import SERVER
from tests.load.bench_meeting import Bench
from tests.load.bench_pages import ask
from tests.load.measuring import layer_up, line, times

SIZES = (1_000, 10_000, 100_000)
STATES = ("draft", "validated", "accepted", "refused", "delayed")
DRAW = random.Random(1970)
STEMS = (
    "pav",
    "tour",
    "comm",
    "trav",
    "march",
    "subs",
    "conv",
    "batt",
    "ecol",
    "cimet",
    "voir",
    "urban",
    "fisc",
    "perm",
)
ENDS = "age ation ures ement ier ale istes oire eur elles".split()
WORDS = [f"{a}{b}{c}" for a in STEMS for b in ENDS for c in STEMS]  # 1,960 words, as a register of decisions knows


def sentence(words):
    return " ".join(DRAW.choice(WORDS) for _n in range(words))


class Mould:
    """What the catalog reads from one real item, for others like it."""

    def __init__(self, catalog, item):
        seen = getMultiAdapter((item, catalog), IIndexableObject)
        names = {name for index in catalog.index_objects() for name in index.getIndexSourceNames()}
        self.path = item.getPhysicalPath()[:-1]
        for name in names | set(catalog.schema()):
            if hasattr(seen, name):
                value = getattr(seen, name)
                setattr(self, name, value() if callable(value) else value)

    def cast(self, number):
        """Another item with a place, an identifier and words of its own."""
        title = sentence(8)
        made = copy(self)
        made.id = made.getId = f"i{number}"
        made.UID, made.Title, made.sortable_title = f"{number:032x}", title, title
        made.SearchableText = f"{title} {sentence(12)}"
        made.getPhysicalPath = lambda: (*self.path, made.id)
        return made


def moulds(bench, catalog):
    """Real items of every service, in several states."""
    found = []
    for brain in catalog.unrestrictedSearchResults(portal_type="organisation_unit"):
        for state in STATES:
            item = bench.item()
            item.responsible_unit, item.state = brain.UID, state
            found.append(Mould(catalog, item))
    return found


def fill(bench, numbers):
    """Rows in the catalog for items of those numbers."""
    catalog = api.portal.get_tool("portal_catalog")
    known = moulds(bench, catalog)
    for number in numbers:
        made = DRAW.choice(known).cast(number)
        catalog._catalog.catalogObject(made, "/".join(made.getPhysicalPath()))
        if number % 1000 == 999:
            transaction.commit()
            catalog._p_jar.cacheGC()
    transaction.commit()


def page(bench, layer, **typed):
    """The list of items as the secretary reads it, without the site around."""
    request = layer["request"]
    request.form.clear()
    request.form.update({"size": "100", **typed})
    view = Dashboard(bench.college, request)
    view.name = "meeting.items"
    view.filters()
    assert "<table" in view.results() or "0" in view.results()


def measure(layer, bench, number):
    name = f"{number:,} items:".replace(",", " ")
    line(f"{name} list of 100 rows", times(lambda: page(bench, layer), 7), budget="p95 < 800 ms")
    line(
        f"{name} full text, one word",
        times(lambda: page(bench, layer, q=DRAW.choice(WORDS)), 15),
        budget="p95 < 500 ms",
    )
    line(
        f"{name} full text, two words",
        times(lambda: page(bench, layer, q=f"{DRAW.choice(WORDS)} {DRAW.choice(WORDS)}"), 15),
        budget="p95 < 500 ms",
    )


def own_pages(bench):
    """The pages that the secretary opens most, whole, through the publisher."""
    meeting = bench.meeting(items=200)
    large = bench.item(annexes=50)
    plain = bench.item()
    transaction.commit()
    for name, one, budget in (
        ("page of an item", plain, "today 200-230 ms"),
        ("page of an item with 50 annexes", large, "< 1 s"),
        ("page of a meeting with 200 items", meeting, "today 420 ms, < 1 s"),
    ):
        path = "/".join(one.getPhysicalPath())
        line(name, times(lambda path=path: ask(path, account=("secretary", PASSWORD)), 7), budget=budget)


def main(sizes):
    with layer_up(SERVER) as layer:
        login(layer["portal"], "secretary")
        alsoProvides(layer["request"], ICoreLayer)
        bench = Bench(layer["portal"])
        with api.env.adopt_roles(["Manager"]):
            own_pages(bench)
            setSite(bench.portal)  # the publisher left it
            before = 0
            for number in sizes:
                began = time.perf_counter()
                fill(bench, range(before, number))
                before = number
                print(f"{number} items in {time.perf_counter() - began:.0f} s", flush=True)
                measure(layer, bench, number)


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or SIZES)
