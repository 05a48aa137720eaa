"""The library in a real browser: by keyboard, by click, and without a script."""

import pytest

from articles.models import Photo
from tests.factories import make_article, make_photo, picture_file, place_photo

pytestmark = pytest.mark.django_db(transaction=True)

SMALL = (96, 64)  # few renditions, quickly made
GRID = "/admin/articles/photo/"


def make_photos(number, **fields):
    photos = [make_photo(colour=(40 * i, 90, 90), size=SMALL) for i in range(number)]
    Photo.objects.update(**fields)
    return photos


def focused(page):
    """The key of the photo whose card has the focus."""
    address = page.evaluate("document.activeElement.getAttribute('href') || ''")
    return int(address.split("/")[-3]) if "/change/" in address else None


def file(number, colour="red"):
    data = picture_file(colour=colour, size=SMALL).read()
    return {"name": f"anh-{number}.jpg", "mimeType": "image/jpeg", "buffer": data}


def test_the_grid_is_walked_and_chosen_from_by_keyboard(
    page, live_server, log_in, complaints, violations
):
    place_photo(make_article(), make_photos(7, people="ask")[0])
    log_in("Biên tập viên")
    page.goto(live_server.url + GRID)
    keys = list(Photo.objects.values_list("pk", flat=True))
    cards = page.locator(".photo-grid .photo-card")
    tops = [cards.nth(i).bounding_box()["y"] for i in range(7)]
    columns = sum(1 for top in tops if top == tops[0])

    cards.first.focus()
    page.keyboard.press("ArrowRight")
    assert focused(page) == keys[1]
    page.keyboard.press("ArrowDown")
    assert focused(page) == keys[1 + columns]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowLeft")
    assert focused(page) == keys[0]
    page.keyboard.press("ArrowLeft")  # nowhere to go
    assert focused(page) == keys[0]
    page.keyboard.press("End")
    assert focused(page) == keys[-1]
    assert page.locator(".photo-grid [tabindex='0']").count() == 1

    page.keyboard.press("Space")
    assert page.locator("input[name=_selected_action]:checked").count() == 1
    assert complaints == []
    assert violations() == []
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{GRID}{keys[-1]}/change/")


def test_the_point_in_view_follows_click_and_arrow_keys_and_is_saved(
    page, live_server, log_in, complaints, violations
):
    # Nothing stands out in a plain picture, so the point is proposed in its middle.
    photo = make_photo(size=(900, 600))
    log_in("Biên tập viên")
    page.goto(f"{live_server.url}{GRID}{photo.pk}/change/")
    picture = page.locator(".focus-stage img")
    box = picture.bounding_box()
    picture.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.4})
    assert page.input_value("#id_focus_x") == "25"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowUp")
    assert page.input_value("#id_focus_x") == "26"
    assert page.input_value("#id_focus_y") == "30"
    assert "26 %" in page.get_attribute(".focus-mark", "aria-label")

    # 1200 × 630 out of 3:2 keeps the width and 78.75 % of the height: 30 is as far up
    # as it goes.
    share = page.locator(".crop-share img").evaluate(
        "each => each.style.objectPosition"
    )
    assert share == "50% 0%"
    page.fill("#id_caption", "Cầu mới")
    page.click(".photo-form .submit-row [type=submit]")
    page.wait_for_selector(".messagelist .success")
    photo.refresh_from_db()
    assert (photo.caption, photo.focus) == ("Cầu mới", (26, 30))
    assert complaints == []
    assert violations() == []


def test_tags_are_suggested_for_the_word_that_is_typed(page, live_server, log_in):
    first, second = make_photos(2)
    first.tags.create(name="Lũ lụt")
    log_in("Biên tập viên")
    page.goto(f"{live_server.url}{GRID}{second.pk}/change/")
    page.fill("#id_tags", "Cầu, l")
    offered = page.locator("#known-tags option").evaluate_all(
        "options => options.map((option) => option.value)"
    )
    assert offered == ["Cầu, Lũ lụt"]


def test_photos_are_sent_piece_by_piece_and_a_refusal_is_read(
    page, live_server, log_in, complaints
):
    user = log_in("Phóng viên")
    page.goto(live_server.url + GRID)
    broken = {"name": "hong.jpg", "mimeType": "image/jpeg", "buffer": b"not a photo"}
    page.set_input_files("#id_photos", [file(1), broken])
    page.click(".library-upload [type=submit]")
    page.wait_for_selector(".sending-over:visible")
    states = page.locator(".sending-list li").evaluate_all(
        "lines => lines.map((line) => line.dataset.state)"
    )
    assert sorted(states) == ["done", "refused"]
    assert Photo.objects.get().uploaded_by == user

    page.set_input_files("#id_photos", [file(2, "blue"), file(3, "green")])
    page.click(".library-upload [type=submit]")
    page.wait_for_selector(".photo-grid li:nth-child(3)")
    refused = [text for text in complaints if "422" not in text]
    assert refused == []


def test_it_all_works_without_a_script(browser, page, live_server, log_in):
    log_in("Biên tập viên")
    plain = browser.new_context(
        java_script_enabled=False, storage_state=page.context.storage_state()
    ).new_page()
    plain.goto(live_server.url + GRID)
    plain.set_input_files("#id_photos", [file(1), file(2, "blue")])
    plain.click(".library-upload [type=submit]")
    assert plain.locator(".photo-grid .photo-card").count() == 2
    plain.locator(".photo-grid .photo-card").first.click()
    plain.fill("#id_caption", "Cầu mới")
    plain.fill("#id_focus_x", "20")
    plain.click(".photo-form .submit-row [type=submit]")
    plain.fill("#id_caption", "Cầu mới")
    photo = Photo.objects.first()
    assert (photo.caption, photo.focus_x) == ("Cầu mới", 20)
    plain.context.close()
