import json
from base64 import b64decode
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from articles.models import Edition
from articles.templatetags.sharing import share_links

EDITION = Edition(title="Lúa & ngô: được mùa + giá tốt")


@pytest.mark.parametrize("slug", ["a", "ab", "abc", "lua-ngo-duoc-mua"])
def test_zalo_gets_the_address_in_letters_that_no_encoding_changes(slug):
    address = f"https://vantra.example/tin/{slug}-12/"
    link = share_links(EDITION, address)["zalo"]
    [said] = parse_qs(urlsplit(link).query)["d"]
    assert said.isalnum()
    assert json.loads(b64decode(said)) == {"url": address}


def test_facebook_gets_the_address_alone():
    link = share_links(EDITION, "https://vantra.example/tin/a-1/?x=1&y=2")["facebook"]
    assert parse_qs(urlsplit(link).query) == {
        "u": ["https://vantra.example/tin/a-1/?x=1&y=2"]
    }


def test_a_letter_names_the_bulletin_and_holds_no_plus_for_a_space():
    link = share_links(EDITION, "https://vantra.example/tin/a-1/")["email"]
    assert link.startswith("mailto:?subject=L%C3%BAa%20%26%20ng%C3%B4")
    fields = dict(part.split("=") for part in link.removeprefix("mailto:?").split("&"))
    assert {name: unquote(value) for name, value in fields.items()} == {
        "subject": EDITION.title,
        "body": f"{EDITION.title}\nhttps://vantra.example/tin/a-1/",
    }
