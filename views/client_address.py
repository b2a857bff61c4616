"""From which address a request really comes, also behind proxies; for limits, never for rights.

Each proxy adds the address it was called from at the right of `X-Forwarded-For`. Whatever stands
left of the last hop that is trusted may have been made up, so the header is read from the right
and only through trusted hops.
"""

import ipaddress
import os
from collections.abc import Sequence
from functools import cache
from typing import Final

from starlette.types import Scope

from views.settings import settings

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_LOOPBACK: Final = "127.0.0.1"
_UVICORN: Final = "FORWARDED_ALLOW_IPS"


def keep_peers() -> None:
    """Tell the server beneath to hand on each peer's own address, before it starts.

    By default uvicorn believes whatever a peer on this machine says of where it comes from.
    """
    os.environ[_UVICORN] = ""


def client_of(scope: Scope) -> str:
    """Return the address of whoever began a request, as far as trusted proxies vouch for it."""
    trusted = _networks(settings().trusted_proxies)
    client = scope.get("client")
    address = _plain(str(client[0])) if client else ""
    hops = _hops(scope)
    if os.environ.get(_UVICORN) != "" and address in hops:
        address = _LOOPBACK  # uvicorn has put the header's word in the place of such a peer
    while _is_in(address, trusted) and hops:
        address = hops.pop()
    return address


def is_here(address: str) -> bool:
    """Say whether an address is this machine: the operator, or a proxy that nobody has named."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


@cache
def _networks(names: str) -> tuple[Network, ...]:
    """Read addresses and networks; a word that is neither is trusted by nobody."""
    found = []
    for name in names.replace(",", " ").split():
        try:
            found.append(ipaddress.ip_network(name, strict=False))
        except ValueError:
            continue
    return tuple(found)


def _hops(scope: Scope) -> list[str]:
    """Return what the header says, the nearest hop last; only its end, however long it is."""
    said = [value for name, value in scope["headers"] if name == b"x-forwarded-for"]
    joined = b",".join(said)[-1000:].decode("latin-1")
    return [_plain(each.strip()) for each in joined.split(",") if each.strip()]


def _plain(address: str) -> str:
    """Return an address without port and brackets; what is none stays as it is, but short."""
    host = address
    if address.startswith("["):
        host = address[1:].partition("]")[0]
    elif address.count(":") == 1:
        host = address.partition(":")[0]
    try:
        found = ipaddress.ip_address(host)
    except ValueError:
        return address[:64]
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return str(mapped or found)


def _is_in(address: str, networks: Sequence[Network]) -> bool:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(found in network for network in networks if network.version == found.version)
