"""Labels of items: shared by all readers, or each person's own (read, follow)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from commune.core.rules.refusals import NONE, Refusal, Refusals

Who = Literal["managers", "editors", "readers"]
READ, FOLLOW = "read", "follow"


@dataclass(frozen=True)
class Label:
    """A label of the body. ``personal``: everybody puts it for himself, and sees his own only.

    ``edits`` and ``sees``: who changes it and who sees it; ``states``: of the item in which it is changed (empty: all).
    """

    id: str
    title: str
    personal: bool = False
    edits: Who = "editors"
    sees: Who = "readers"
    states: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Reader:
    """What the person is to the item: its reader, who edits it, who manages its body."""

    editor: bool = False
    manager: bool = False

    def among(self, who: Who) -> bool:
        """Whether the person is one of these."""
        return who == "readers" or self.manager or (who == "editors" and self.editor)


def labels_of(own: Sequence[Label], shipped: Sequence[Label]) -> tuple[Label, ...]:
    """The labels of a body, then the delivered ones that it does not replace by one of the same id."""
    return (*own, *(one for one in shipped if one.id not in {label.id for label in own}))


def against_changing(label: Label, state: str, reader: Reader) -> Refusals:
    """Why the person may not put or take off a label of an item in that state."""
    found = []
    if not label.personal and not reader.among(label.edits):
        found.append(Refusal("labels.not_yours", {"label": label.title}, label.id))
    if label.states and state not in label.states:
        found.append(Refusal("labels.not_now", {"label": label.title}, label.id))
    return tuple(found) or NONE


def seen(labels: Iterable[Label], reader: Reader) -> tuple[Label, ...]:
    """The labels that the person sees."""
    return tuple(one for one in labels if one.personal or reader.among(one.sees))
