"""Messages of the module, domain ``commune.meeting``."""

from zope.i18nmessageid import MessageFactory

_ = MessageFactory("commune.meeting")
