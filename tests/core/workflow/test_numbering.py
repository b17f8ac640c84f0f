"""References are drawn without double or gap, also by two transactions at once."""

from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest
import transaction
from ZODB.POSException import ConflictError
from zope.component import getGlobalSiteManager
from zope.component.hooks import getSite, setSite

from commune.core.interfaces import IClock
from commune.core.rules.numbering import Numbering, Reset
from commune.core.workflow import numbering
from commune.core.workflow.process import Refused

MAIL = "E-{year}-{seq:05}"


class Noon:
    """A clock that stands at noon of a day."""

    def __init__(self, *day):
        self.day = day

    def now(self):
        return datetime(*self.day, 12, tzinfo=UTC)


@contextmanager
def standing_at(*day):
    clock = Noon(*day)
    getGlobalSiteManager().registerUtility(clock, IClock)
    try:
        yield
    finally:
        getGlobalSiteManager().unregisterUtility(clock, IClock)


@pytest.fixture(autouse=True)
def in_may_2026():
    with standing_at(2026, 5, 4):
        yield


@pytest.mark.requirement("core:REF-1", "core:REF-2")
def test_the_year_is_the_records_and_each_year_starts_at_one(integration):
    drawn = [numbering.draw("mail", MAIL, date(*day)) for day in ((2026, 5, 4), (2027, 2, 1), (2026, 6, 1))]
    assert drawn == ["E-2026-00001", "E-2027-00001", "E-2026-00002"]


@pytest.mark.requirement("core:REF-3")
def test_last_years_letter_takes_last_years_number_until_the_end_of_january(integration):
    with standing_at(2027, 1, 31):
        assert numbering.allocate("mail", MAIL, date(2026, 12, 30)) == numbering.Allocation("E-2026-00001", 1, False)
    with standing_at(2027, 2, 2):
        assert numbering.allocate("mail", MAIL, date(2026, 12, 30)) == numbering.Allocation("E-2027-00001", 1, True)


@pytest.mark.requirement("core:REF-5", "core:REF-8")
def test_a_number_typed_by_hand_is_skipped_and_never_given_twice(integration):
    assert numbering.take("mail", " E-2026-00002 ", MAIL) == "E-2026-00002"
    drawn = [numbering.draw("mail", MAIL, date(2026, 5, 4)) for _n in range(2)]
    assert drawn == ["E-2026-00001", "E-2026-00003"]
    with pytest.raises(Refused) as refusal:
        numbering.take("mail", "e-2026-00003", MAIL)
    assert [r.code for r in refusal.value.refusals] == ["reference.used"]
    assert numbering.is_given("mail", "e-2026-00001") and not numbering.is_given("mail", "E-2026-00009")


def test_only_those_allowed_type_a_number(integration):
    with pytest.raises(Refused) as refusal:
        numbering.take("mail", "", MAIL, allowed=False)
    assert [r.code for r in refusal.value.refusals] == ["reference.not_allowed", "required"]


@pytest.mark.requirement("core:1.9")
def test_partitions_series_and_periods_have_their_own_counters(integration):
    day = date(2026, 5, 4)
    monthly = Numbering("{unit}/{year}{month}/{seq}", Reset.MONTHLY)
    assert numbering.draw("notes", monthly, day, "u1", unit="FIN") == "FIN/202605/1"
    assert numbering.draw("notes", monthly, day, "u2", unit="URB") == "URB/202605/1"
    assert numbering.draw("notes", monthly, date(2026, 6, 1), "u1", unit="FIN") == "FIN/202606/1"
    assert numbering.draw("bare", "{seq}", day) == "1"
    with standing_at(2028, 5, 4):
        assert numbering.draw("bare", "{seq}", date(2028, 5, 4)) == "2"


def test_looking_ahead_draws_nothing(integration):
    seen = [numbering.upcoming("mail", MAIL, date(2026, 5, 4)) for _n in range(2)]
    assert seen == ["E-2026-00001"] * 2 and numbering.draw("mail", MAIL, date(2026, 5, 4)) == seen[0]


class Clerk:
    """Somebody at work in a connection and a transaction of his own."""

    def __init__(self, layer):
        self.transactions = transaction.TransactionManager()
        self.connection = layer["zodbDB"].open(transaction_manager=self.transactions)

    def draw(self, name="mail"):
        before = getSite()
        setSite(self.connection.root()["Application"]["plone"])
        try:
            return numbering.draw(name, MAIL, date(2026, 5, 4))
        finally:
            setSite(before)


@pytest.fixture()
def clerks(functional):
    transaction.commit()
    both = (Clerk(functional), Clerk(functional))
    for clerk in both[:1]:
        clerk.draw(), clerk.draw("decisions"), clerk.transactions.commit()
    yield both
    for clerk in both:
        clerk.transactions.abort()
        clerk.connection.close()


@pytest.mark.requirement("core:REF-4")
def test_two_at_once_one_retries_no_double_and_no_gap(clerks):
    anne, bruno = clerks
    bruno.transactions.begin()
    assert (anne.draw(), bruno.draw()) == ("E-2026-00002", "E-2026-00002")
    anne.transactions.commit()
    with pytest.raises(ConflictError):
        bruno.transactions.commit()
    bruno.transactions.abort()
    assert bruno.draw() == "E-2026-00003"
    bruno.transactions.abort()
    assert anne.draw() == "E-2026-00003"
    anne.transactions.commit()


@pytest.mark.requirement("core:REF-4")
def test_different_series_do_not_wait_for_each_other(clerks):
    anne, bruno = clerks
    bruno.transactions.begin()
    assert (anne.draw(), bruno.draw("decisions")) == ("E-2026-00002", "E-2026-00002")
    anne.transactions.commit()
    bruno.transactions.commit()
