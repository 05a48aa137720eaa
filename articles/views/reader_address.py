"""From which address a reader asks: for counting to five, never for keeping."""

from ipaddress import ip_address, ip_network

NETWORK_OF_ONE = 64  # bits: what a provider gives one household of IPv6 addresses


def of(request) -> str:
    """The reader's address; for IPv6 that of the household's network.

    Behind a proxy of our own it is the last one in X-Forwarded-For: the proxy wrote
    that, while whatever stands before it anybody can write. Empty if nobody says.
    """
    direct = request.META.get("REMOTE_ADDR", "")
    forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    asking = forwarded if forwarded and _is_ours(direct) else direct
    try:
        address = ip_address(asking)
    except ValueError:
        return direct
    if address.version == 4:
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ip_network((address, NETWORK_OF_ONE), strict=False))


def _is_ours(direct: str) -> bool:
    """Whether the connection comes from our own machines; a socket has no address."""
    try:
        return not direct or ip_address(direct).is_private
    except ValueError:
        return False
