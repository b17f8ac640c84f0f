"""Messages of the module, domain ``commune.website``."""

from zope.i18nmessageid import MessageFactory

_ = MessageFactory("commune.website")
