"""Messages of the module, domain ``commune.urbanism``."""

from zope.i18nmessageid import MessageFactory

_ = MessageFactory("commune.urbanism")
