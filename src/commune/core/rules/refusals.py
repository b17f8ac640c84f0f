"""Why an act is refused: codes with data, never sentences."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Refusal:
    """One reason why an act may not be done.

    ``code`` is a stable dotted handle (``"votes.incomplete"``) that the catalogs
    translate; ``data`` fills the placeholders of the translated sentence; ``place``
    names the field, row or line at fault, empty when the whole act is meant.
    """

    code: str
    data: Mapping[str, object] = field(default_factory=dict)
    place: str = ""

    def __hash__(self) -> int:
        return hash((self.code, self.place, tuple(sorted((k, str(v)) for k, v in self.data.items()))))


Refusals = tuple[Refusal, ...]
NONE: Refusals = ()
