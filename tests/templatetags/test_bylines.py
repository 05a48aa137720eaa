import pytest
from django.utils import translation

from articles.templatetags.bylines import credit_lines, credited


def person(name, *roles):
    return {"name": name, "slug": "x", "roles": list(roles)}


@pytest.mark.parametrize(
    ("bylines", "expected"),
    [
        ([], []),
        ([person("Vân", "text")], [("", "Vân")]),
        ([person("Vân", "text"), person("Sơn", "text")], [("", "Vân, Sơn")]),
        ([person("Vân", "text", "photo")], [("Text, photo", "Vân")]),
        ([person("Vân", "photo", "text")], [("Text, photo", "Vân")]),
        ([person("Vân", "photo")], [("Photo", "Vân")]),
        (
            [person("Vân", "text"), person("Sơn", "photo"), person("Hà", "text")],
            [("Text", "Vân, Hà"), ("Photo", "Sơn")],
        ),
        ([person("Vân", "video")], [("Video", "Vân")]),
    ],
)
def test_people_with_like_parts_share_a_line(bylines, expected):
    with translation.override("en"):
        assert credit_lines(bylines) == expected


def test_a_line_knows_its_people():
    people = [person("Vân", "text"), person("Hà", "text")]
    assert credited(people) == [("", people)]
