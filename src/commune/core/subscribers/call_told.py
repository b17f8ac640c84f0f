"""What became of a call is told to whoever asked for it."""

from zope.component import adapter
from zope.event import notify

from commune.core.events import CallTold
from commune.core.workflow.outbox import LetterTold
from commune.core.workflow.webcalls import CHANNEL


@adapter(LetterTold)
def tell(letter: LetterTold) -> None:
    """The outbox knows letters; the modules know things."""
    if letter.channel == CHANNEL:
        told = letter.payload
        notify(CallTold(told["about"], told["url"], told["event"], letter.outcome, letter.error))
