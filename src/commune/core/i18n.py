"""Messages of the core, domain ``commune.core``."""

from zope.i18nmessageid import MessageFactory

_ = MessageFactory("commune.core")
