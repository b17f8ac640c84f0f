"""Serve the instance from a WSGI configuration in the foreground; Ctrl-C stops it without a trace."""

import sys

from Zope2.Startup.serve import main

if __name__ == "__main__":
    sys.exit(main(["runwsgi", *sys.argv[1:]]))
