"""Who may do what on a record, and why."""

import pytest

from commune.core.rules import access as ac
from commune.core.rules.access import Grant, Person, Reason, Record, Relation, Role

READ, EDIT = frozenset({Role.READER}), frozenset({Role.READER, Role.EDITOR})
MATRIX = (
    Grant(EDIT, Relation.RESPONSIBLE, "editor", frozenset({"treated"})),
    Grant(READ, Relation.RESPONSIBLE, "observer"),
    Grant(READ, Relation.COPY, "observer", frozenset({"treated", "closed"})),
    Grant(READ, Relation.TRANSVERSAL, "archivist", frozenset({"closed"})),
    Grant(frozenset({Role.CONTRIBUTOR}), Relation.ASSIGNED),
    Grant(READ, Relation.CREATOR),
    Grant(READ, Relation.EVERYONE, states=frozenset({"published"})),
)
LETTER = Record("treated", "urb", ("env", ""), assigned="bruno", creator="carla")


@pytest.mark.requirement("core:FUN-6")
def test_rights_follow_state_relation_and_function_with_the_reason():
    anne = Person("anne", frozenset({"urb_editor"}))
    assert ac.explain(anne, LETTER, MATRIX) == (
        Reason(Role.EDITOR, MATRIX[0], "urb_editor"),
        Reason(Role.READER, MATRIX[0], "urb_editor"),
    )
    assert ac.roles(anne, Record("created", "urb"), MATRIX) == frozenset()
    assert ac.roles(Person("dirk", frozenset({"env_editor"})), LETTER, MATRIX) == frozenset()
    assert ac.roles(Person("eve", frozenset({"env_observer"})), LETTER, MATRIX) == READ
    assert ac.roles(Person("bruno"), LETTER, MATRIX) == {Role.CONTRIBUTOR}
    assert ac.roles(Person("carla"), LETTER, MATRIX) == READ
    assert ac.roles(Person("fred", frozenset({"archivist"})), Record("closed"), MATRIX) == READ


@pytest.mark.requirement("core:FUN-6")
def test_nobody_signed_in_reads_only_what_everyone_reads():
    nobody = Person("")
    assert ac.roles(nobody, Record("created"), MATRIX) == frozenset()
    assert ac.roles(nobody, Record("published"), MATRIX) == READ


@pytest.mark.requirement("core:BAS-6")
def test_an_index_stores_groups_not_members():
    assert ac.allowed_readers(LETTER, MATRIX) == ("urb_editor", "urb_observer", "env_observer", "user:carla")
    assert ac.allowed_readers(Record("published"), MATRIX) == ("everyone",)
    assert ac.groups_granted(MATRIX[0], Record("created", "urb")) == ()
