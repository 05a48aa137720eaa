import pytest

from articles.search import query
from tests.factories import publish

pytestmark = pytest.mark.django_db


def titles(text):
    return [edition.title for edition in query.find(text)]


@pytest.mark.parametrize(
    "text",
    ["đường", "DUONG", "duong sat", "Đường\xa0sắt", "đươ\u0300ng sa\u0306\u0301t"],
)
def test_marks_case_and_spelling_of_letters_do_not_matter(text):
    publish(title="Đường sắt Thống Nhất")
    publish(title="Khác hẳn")
    assert titles(text) == ["Đường sắt Thống Nhất"]


def test_every_word_has_to_occur():
    publish(title="Hội nghị", body="<p>giao ban</p>")
    publish(title="Hội nghị")
    assert len(titles("hoi nghi")) == 2
    assert len(titles("hoi nghi giao")) == 1


@pytest.mark.parametrize("text", ["", "   ", "\x00", "\u200b"])
def test_a_query_without_a_word_finds_nothing(text):
    publish()
    assert titles(text) == []


@pytest.mark.parametrize(
    "text", ["%", "_", "'", '"', "\\", "a' OR 1=1 --", "x" * 10_000, "( * )"]
)
def test_signs_are_only_signs(text):
    publish(title="Tin")
    assert titles(text) == []
