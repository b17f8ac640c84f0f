"""Messages of the module, domain ``commune.eguichet``."""

from zope.i18nmessageid import MessageFactory

_ = MessageFactory("commune.eguichet")
