"""Say in one line that a port is taken, and fail: ``python tools/free_port.py 8080``."""

import socket
import sys


def is_free(port: int) -> bool:
    """Whether nothing listens on ``port`` of this machine's own address."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


if __name__ == "__main__":
    wanted = int(sys.argv[1])
    if not is_free(wanted):
        sys.exit(f"Port {wanted} is taken by another program: stop it, or choose another: make run PORT={wanted + 1}")
