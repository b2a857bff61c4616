"""How many open pages one address may hold at a time, so that none takes all the memory."""

from collections import Counter
from typing import Final

from starlette.types import Receive, Scope, Send

from views.client_address import is_here
from views.settings import settings

FULL: Final = 4429
"""The code with which one socket too many is closed; `assets/house.js` then says why."""


class OpenSockets:
    """Counts the sockets of each address, in the thread of the event loop alone."""

    def __init__(self) -> None:
        """Begin with none."""
        self._open: Counter[str] = Counter()

    def take(self, address: str) -> bool:
        """Count one more and say whether it may stay; this machine itself is not limited."""
        most = settings().sockets_per_address
        if most and not is_here(address) and self._open[address] >= most:
            return False
        self._open[address] += 1
        return True

    def leave(self, address: str) -> None:
        """Count one less."""
        self._open[address] -= 1
        if self._open[address] <= 0:
            del self._open[address]


async def refuse(scope: Scope, receive: Receive, send: Send) -> None:
    """Open a socket only to close it with a code that the page can tell from a fault."""
    await receive()
    offered = scope.get("subprotocols") or [None]
    await send({"type": "websocket.accept", "subprotocol": offered[0]})
    await send({"type": "websocket.close", "code": FULL, "reason": "too many pages"})
