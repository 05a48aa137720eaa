import pytest

from articles.models import Author, Category
from tests.factories import make_author, make_category, make_unit

pytestmark = pytest.mark.django_db

DECOMPOSED = "Trung Tuye\u0302\u0301n"


def test_names_are_kept_composed_and_on_one_line():
    author = make_author(name=f"  {DECOMPOSED}\u00a0\n(PV) ")
    assert Author.objects.get().name == author.name == "Trung Tuyến (PV)"


def test_prose_keeps_its_lines():
    make_category(description=f" {DECOMPOSED}\nHai dòng ")
    assert Category.objects.get().description == "Trung Tuyến\nHai dòng"


def test_a_decomposed_look_up_finds_the_composed_name():
    author = make_author(name="Trung Tuyến")
    assert Author.objects.get(name=DECOMPOSED) == author


def test_units_sort_as_a_vietnamese_dictionary_does():
    in_order = [
        "An Khê",
        "Ánh Dương",
        "Ăn Hòa",
        "Ba Đình",
        "Bà Rịa",
        "Dũng Tiến",
        "Đại An",
        "Thôn 2",
        "Thôn 10",
    ]
    units = [make_unit(name=name) for name in reversed(in_order)]
    model = type(units[0])
    assert list(model.objects.values_list("name", flat=True)) == in_order
