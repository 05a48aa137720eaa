"""Addresses that pass a bulletin on: plain links, followed by whoever wants to."""

import json
from base64 import b64encode
from urllib.parse import quote, urlencode

from django import template

from articles.models import Edition

register = template.Library()


@register.simple_tag
def share_links(edition: Edition, address: str) -> dict[str, str]:
    """Where Zalo, Facebook and the reader's mail program take it; `address` is absolute.

    Facebook and Zalo read title and picture from the page itself.
    """
    letter = {"subject": edition.title, "body": f"{edition.title}\n{address}"}
    return {
        "zalo": f"https://button-share.zalo.me/share_external?d={_zalo(address)}",
        "facebook": f"https://www.facebook.com/sharer/sharer.php?{urlencode({'u': address})}",
        # Mail programs take a plus for a plus.
        "email": f"mailto:?{urlencode(letter, quote_via=quote)}",
    }


def _zalo(address: str) -> str:
    """What Zalo's own button sends: the address as JSON in Base64.

    That button encodes the padding of Base64 twice. Spaces at the end of the JSON leave
    nothing to be padded; and ASCII without ">", "?" and "~" gives letters and digits alone.
    """
    said = json.dumps({"url": quote(address, safe=":/%")}).encode()
    return b64encode(said + b" " * (-len(said) % 3)).decode()
