"""Photos on a bulletin's page: ten at once, on a bad line, in the order that was wanted."""

import io
import re

import pytest
from django.contrib.sessions.models import Session
from django.utils.translation import gettext
from PIL import Image
from playwright.sync_api import expect

from articles.models import Article, Photo, Upload
from articles.photos import intake
from tests.browser.test_autosave import eventually, fill_in_login
from tests.factories import make_article, make_unit, place_photo, publish

pytestmark = pytest.mark.django_db(transaction=True)

ARTICLE = "/admin/articles/article/"
# Files reach a drop as they would from a folder: through a list that a script may fill.
DROP_THESE = """() => {
  const transfer = new DataTransfer();
  for (const file of document.querySelector("#from-a-folder").files) {
    transfer.items.add(file);
  }
  return transfer;
}"""
FOLDER = """() => {
  const input = document.createElement("input");
  Object.assign(input, { type: "file", multiple: true, id: "from-a-folder" });
  document.querySelector("#from-a-folder")?.remove();
  document.body.append(input);
}"""


SHOWN = "article picture img"
# The file that the browser chose, once it has loaded: its width, as the name says it.
CHOSEN = """(image) => image.complete && image.naturalWidth > 0
  ? Number(image.currentSrc.match(/-w([0-9]+)[.]webp$/)?.[1]) : null"""


def photo_file(number: int, *, size=(900, 700)) -> dict:
    """A photo of some 400 KB, so that it takes more than one piece; each is another."""
    noise = Image.effect_noise(size, 60)
    shade = Image.linear_gradient("L").rotate(36 * number).resize(size)
    buffer = io.BytesIO()
    Image.merge("RGB", (noise, shade, noise)).save(buffer, "JPEG", quality=90)
    name = f"anh-{number:02}.jpg"
    return {"name": name, "mimeType": "image/jpeg", "buffer": buffer.getvalue()}


@pytest.fixture
def open_form(page, live_server):
    def open_it(article=None):
        end = f"{article.pk}/change/" if article else "add/"
        page.goto(f"{live_server.url}{ARTICLE}{end}")
        page.wait_for_selector(".cke_wysiwyg_div")
        expect(page.locator(".drop-zone")).to_be_visible()
        return page

    return open_it


@pytest.fixture
def drop(page):
    def drop_files(files, target=".drop-zone-target"):
        page.evaluate(FOLDER)
        page.set_input_files("#from-a-folder", files)
        transfer = page.evaluate_handle(DROP_THESE)
        page.dispatch_event(target, "dragover", {"dataTransfer": transfer})
        page.dispatch_event(target, "drop", {"dataTransfer": transfer})

    return drop_files


def rows(page):
    return page.locator("#photo_places-group .inline-related:not(.empty-form)")


def arriving(page):
    return page.locator(".arriving")


def names(page) -> list[str]:
    """The photos as they stand, by the names of their files."""
    return [
        text.strip() for text in rows(page).locator(".inline_label").all_inner_texts()
    ]


def field(row, name):
    return row.locator(f'[name^="photo_places-"][name$="-{name}"]')


def orders(page) -> list[str]:
    return [field(row, "order").input_value() for row in rows(page).all()]


def chosen_widths(browser, address, *, width, scale) -> list[int]:
    """How wide the files are that a reader's browser takes for the photos of a page."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, device_scale_factor=scale
    )
    page = context.new_page()
    page.goto(address)
    found = []
    for image in page.locator(SHOWN).all():
        image.scroll_into_view_if_needed()
        assert eventually(lambda image=image: image.evaluate(CHOSEN))
        found.append(image.evaluate(CHOSEN))
    context.close()
    return found


def save(page):
    page.click("[name=_continue]")
    page.wait_for_selector(".messagelist .success")


def test_ten_photos_over_a_line_that_breaks(
    browser, context, page, live_server, open_form, drop, log_in, complaints
):
    make_unit(name="Phòng Kinh tế")
    log_in("Phóng viên")
    open_form()  # a bulletin that was never saved
    page.fill("#id_title", "Ngày hội ở thôn Trại Cau")
    page.select_option("#id_unit", label="Phòng Kinh tế")
    files = [photo_file(number) for number in range(1, 10)]
    files.append(photo_file(10, size=(1800, 1400)))
    drop(files)
    expect(arriving(page).first.locator("img")).to_have_attribute(
        "src", re.compile("^blob:")
    )
    expect(rows(page)).not_to_have_count(0, timeout=20_000)
    context.set_offline(True)
    offline = gettext("No connection – it goes on by itself.")
    expect(page.locator(".arriving-status", has_text=offline).first).to_be_visible()
    page.wait_for_timeout(1000)  # what was answered before the line was cut
    before = Upload.objects.count(), rows(page).count()
    page.wait_for_timeout(1500)
    assert (Upload.objects.count(), rows(page).count()) == before
    context.set_offline(False)
    expect(arriving(page)).to_have_count(0, timeout=60_000)
    assert names(page) == [file["name"] for file in files]
    assert orders(page) == [str(number) for number in range(1, 11)]
    # What was begun just when the line broke is unknown to the page, and empty.
    assert eventually(lambda: not Upload.objects.exclude(received=0).exists())

    last = rows(page).nth(9)
    last.locator(".photo-up").click()
    last = rows(page).nth(8)
    expect(last.locator(".photo-up")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".photo-announcer")).to_contain_text("anh-10.jpg")
    assert names(page)[7:] == ["anh-10.jpg", "anh-08.jpg", "anh-09.jpg"]
    cover = rows(page).nth(2).locator(".photo-cover")
    cover.click()
    expect(cover).to_have_attribute("aria-pressed", "true")

    page.fill("#photo-batch-caption", "Ngày hội thôn Trại Cau")
    page.fill("#photo-batch-credit", "Nguyễn Văn An")
    field(rows(page).nth(0), "caption").fill("Khai hội")
    page.click(".photo-batch-apply")
    save(page)

    article = Article.objects.get()
    places = list(article.photo_places.select_related("photo"))
    assert len(places) == Photo.objects.count() == 10
    assert [place.photo.name for place in places[7:]] == [
        "anh-10.jpg",
        "anh-08.jpg",
        "anh-09.jpg",
    ]
    assert article.cover_number == places[2].number
    said = [place.said("caption") for place in places]
    assert said == ["Khai hội"] + ["Ngày hội thôn Trại Cau"] * 9
    assert {place.said("credit") for place in places} == {"Nguyễn Văn An"}
    lost_lines = [each for each in complaints if "ERR_INTERNET_DISCONNECTED" in each]
    assert complaints == lost_lines

    address = live_server.url + publish(article).get_absolute_url()
    on_phone = chosen_widths(browser, address, width=390, scale=3)
    assert on_phone == [900] * 7 + [1600] + [900] * 2
    on_desk = chosen_widths(browser, address, width=1440, scale=1)
    assert on_desk == [900] * 7 + [960] + [900] * 2


def test_a_lost_answer_costs_nothing(page, open_form, drop, log_in):
    """Every piece and the end arrive, and each time the answer gets lost once."""
    article = make_article()
    log_in("Biên tập viên")
    open_form(article)
    lost = set()

    def lose(route):
        key = route.request.url, route.request.headers.get("upload-offset")
        if key in lost:
            route.continue_()
        else:
            lost.add(key)
            route.fetch()
            route.abort()

    page.route(re.compile(r"/uploads/\w+/(finish/)?$"), lose)
    drop([photo_file(1)])
    expect(rows(page)).to_have_count(1, timeout=30_000)
    assert len(lost) >= 3
    save(page)
    assert article.photo_places.count() == Photo.objects.count() == 1


def test_a_line_that_stays_bad_is_given_up_and_tried_again_by_hand(
    page, open_form, drop, log_in
):
    article = make_article()
    log_in("Biên tập viên")
    open_form(article)
    page.route("**/photo/uploads/**", lambda route: route.abort())
    drop([photo_file(1)])
    item, retry = arriving(page), arriving(page).locator(".arriving-retry")
    for _ in range(5):  # rather than waiting ever longer
        expect(item).to_have_attribute("data-state", "retrying")
        retry.click()
    expect(item).to_have_attribute("data-state", "failed")
    failed = gettext("It could not be sent. It is still here: try again.")
    expect(item.locator(".arriving-status")).to_have_text(failed)
    page.unroute("**/photo/uploads/**")
    retry.click()
    expect(rows(page)).to_have_count(1, timeout=20_000)


def test_a_session_that_ends_keeps_the_photos(context, page, open_form, drop, log_in):
    article = make_article()
    user = log_in("Biên tập viên")
    open_form(article)
    Session.objects.all().delete()
    drop([photo_file(1), photo_file(2)])
    link = page.locator(".drop-zone-logged-out a")
    expect(link).to_be_visible()
    with context.expect_page() as opening:
        link.click()
    fill_in_login(opening.value, user)
    opening.value.close(run_before_unload=False)
    page.bring_to_front()
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    expect(rows(page)).to_have_count(2, timeout=20_000)
    expect(link).to_be_hidden()


def test_what_is_no_photo_is_said_beside_it(page, open_form, drop, log_in):
    article = make_article()
    log_in("Biên tập viên")
    open_form(article)
    broken = {"name": "hong.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8" * 999}
    sound = {"name": "loa.mp3", "mimeType": "audio/mpeg", "buffer": b"ID3"}
    drop([broken, photo_file(1), sound])
    expect(rows(page)).to_have_count(1, timeout=20_000)
    refused = page.locator('.arriving[data-state="refused"]')
    expect(refused).to_have_count(2)
    attachments = gettext(
        "This is not a photo. Sound, video and documents go with the bulletin as attachments."
    )
    expect(refused.filter(has_text="loa.mp3")).to_contain_text(attachments)
    for _ in range(2):
        refused.first.locator(".arriving-close").click()
    expect(arriving(page)).to_have_count(0)
    assert not Upload.objects.exists()


def test_cancelling_one_leaves_the_others(page, open_form, drop, log_in):
    article = make_article()
    log_in("Biên tập viên")
    open_form(article)
    waiting = []
    page.route(re.compile(r"/finish/$"), lambda route: waiting.append(route))
    drop([photo_file(number) for number in range(1, 4)])
    expect(arriving(page)).to_have_count(3)
    page.wait_for_timeout(500)
    arriving(page).filter(has_text="anh-01.jpg").locator(".arriving-cancel").click()
    page.route(re.compile(r"/finish/$"), lambda route: route.continue_())
    for route in waiting:
        if not route.request.failure:
            route.continue_()
    expect(rows(page)).to_have_count(2, timeout=20_000)
    assert names(page) == ["anh-02.jpg", "anh-03.jpg"]
    assert Photo.objects.count() == 2


def test_leaving_or_saving_too_early_is_asked_about(page, open_form, drop, log_in):
    article = make_article()
    log_in("Biên tập viên")
    open_form(article)
    page.route(re.compile(r"/uploads/$"), lambda route: None)
    drop([photo_file(1)])
    asked = []
    page.once("dialog", lambda each: (asked.append(each.message), each.dismiss()))
    page.click("[name=_continue]")
    unfinished = gettext(
        "Photos that have not arrived yet: {count}. Save without them?"
    )
    assert asked == [unfinished.replace("{count}", "1")]
    expect(arriving(page)).to_have_count(1)
    page.once("dialog", lambda each: (asked.append(each.type), each.accept()))
    page.goto("about:blank")
    assert asked[1:] == ["beforeunload"]


def test_rows_are_dragged_and_saved_ones_stay_saved(page, open_form, drop, log_in):
    """New rows may stand before saved ones, and go again without taking them along."""
    article = make_article()
    for number in range(1, 3):
        photo = intake.take_in(io.BytesIO(photo_file(number)["buffer"]), actor=None)
        place_photo(article, photo, caption=f"Ảnh {number}")
    log_in("Biên tập viên")
    open_form(article)
    drop([photo_file(3), photo_file(4)])
    expect(rows(page)).to_have_count(4, timeout=20_000)
    rows(page).nth(3).locator(".photo-handle").scroll_into_view_if_needed()
    handle = rows(page).nth(3).locator(".photo-handle").bounding_box()
    page.mouse.move(handle["x"] + 20, handle["y"] + 20)
    page.mouse.down()
    page.mouse.move(handle["x"] + 20, handle["y"])
    first = rows(page).nth(0).bounding_box()
    page.mouse.move(handle["x"] + 20, first["y"] + 5, steps=8)
    page.mouse.up()
    assert names(page)[0] == "anh-04.jpg"
    assert orders(page) == ["1", "2", "3", "4"]
    row = rows(page).nth(names(page).index("anh-03.jpg"))
    row.locator(".inline-deletelink").click()
    expect(rows(page)).to_have_count(3)
    assert eventually(lambda: names(page)[0] == "anh-04.jpg")
    save(page)
    captions = [place.said("caption") for place in article.photo_places.all()]
    assert captions == ["", "Ảnh 1", "Ảnh 2"]


def test_a_form_shown_again_still_has_the_photos(page, open_form, drop, log_in):
    make_unit(name="Phòng Kinh tế")
    log_in("Phóng viên")
    open_form()
    page.fill("#id_title", "Chưa chọn đơn vị")
    drop([photo_file(1), photo_file(2)])
    expect(rows(page)).to_have_count(2, timeout=20_000)
    rows(page).nth(1).locator(".photo-up").click()
    rows(page).nth(0).locator(".photo-cover").click()
    page.locator("form#article_form").evaluate("form => form.noValidate = true")
    page.click("[name=_continue]")
    page.wait_for_selector(".errornote")
    expect(rows(page)).to_have_count(2)
    first = rows(page).nth(0)
    assert first.locator(".photo-thumbnail").evaluate("image => image.naturalWidth") > 0
    expect(first.locator(".photo-cover")).to_have_attribute("aria-pressed", "true")
    number = field(first, "number").input_value()
    page.select_option("#id_unit", label="Phòng Kinh tế")
    save(page)
    article = Article.objects.get()
    places = article.photo_places.select_related("photo")
    assert [place.photo.name for place in places] == ["anh-02.jpg", "anh-01.jpg"]
    assert article.cover_number == places[0].number == int(number)


def test_a_gap_is_filled_by_the_file_of_its_own_row(page, open_form, log_in):
    article = make_article()
    gap = place_photo(article, None, file_name="thieu.jpg", caption="Cầu cũ")
    log_in("Biên tập viên")
    open_form(article)
    page.set_input_files("#id_photo_places-0-upload", photo_file(1))
    expect(rows(page).locator(".photo-cover")).to_be_visible(timeout=20_000)
    assert rows(page).count() == 1
    save(page)
    gap.refresh_from_db()
    assert (gap.photo.name, gap.number, gap.said("caption")) == ("anh-01.jpg", 1, "Cầu cũ")  # fmt: skip


def test_without_a_script_there_is_no_zone(
    browser, browser_context_args, live_server, page, log_in
):
    log_in("Biên tập viên")
    context = browser.new_context(
        **browser_context_args,
        java_script_enabled=False,
        storage_state=page.context.storage_state(),
    )
    plain = context.new_page()
    plain.goto(f"{live_server.url}{ARTICLE}{make_article().pk}/change/")
    expect(plain.locator(".drop-zone")).to_be_hidden()
    expect(plain.locator(".photo-tools")).to_have_count(0)
    context.close()


def test_a_photo_like_another_is_shown_beside_it(page, open_form, drop, log_in):
    smaller = Image.open(io.BytesIO(photo_file(1)["buffer"])).resize((450, 350))
    sent_before = io.BytesIO()
    smaller.save(sent_before, "JPEG")
    sent_before.seek(0)
    known = intake.take_in(sent_before, actor=None, name="zalo.jpg")
    article = make_article()
    log_in("Biên tập viên")
    open_form(article)
    drop([photo_file(1)])
    link = page.locator(".photo-alike a")
    expect(link).to_have_text("zalo.jpg", timeout=20_000)
    assert link.get_attribute("href").endswith(f"/photo/{known.pk}/change/")


def test_photos_are_taken_from_the_library(page, open_form, log_in, complaints):
    for number, caption in enumerate(["Cầu mới thông xe", "Chợ phiên"], start=1):
        data = io.BytesIO(photo_file(number)["buffer"])
        photo = intake.take_in(data, actor=None)
        photo.caption = caption
        photo.save()
    article = make_article()
    log_in("Biên tập viên")
    open_form(article)
    page.click(".drop-zone-library")
    items = page.locator(".photo-picker [data-photo]")
    expect(items).to_have_count(2)
    page.keyboard.type("cau moi")
    expect(items).to_have_count(1)
    page.keyboard.press("Tab")
    expect(items.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(items.first).to_have_attribute("aria-pressed", "true")
    page.fill(".photo-picker-search", "")
    expect(items).to_have_count(2)
    items.filter(has_text="Chợ phiên").click()
    items.filter(has_text="Chợ phiên").click()  # the bulletin has it already
    page.click(".photo-picker-close")
    expect(rows(page)).to_have_count(2)
    save(page)
    places = article.photo_places.select_related("photo")
    assert [place.photo.caption for place in places] == [
        "Cầu mới thông xe",
        "Chợ phiên",
    ]
    assert [place.caption for place in places] == ["", ""]  # what the library says
    assert complaints == []


def test_what_the_editor_is_told(page, open_form, drop, log_in):
    article = make_article()
    log_in("Biên tập viên")
    open_form(article)
    page.evaluate(
        """() => { window.heard = []; for (const name of ["photo:insert", "photo:caption"]) {
          document.addEventListener(name, (event) => window.heard.push([name, event.detail])); } }"""
    )
    page.evaluate(FOLDER)
    page.set_input_files("#from-a-folder", [photo_file(1)])
    told = page.evaluate(
        "() => newsroomPhotos.upload(document.querySelector('#from-a-folder').files[0])"
    )
    assert told == {"number": 1, "src": told["src"], "alt": "", "caption": "", "isNew": True}  # fmt: skip
    row = rows(page).first
    field(row, "caption").fill("Cầu mới")
    row.locator(".photo-insert").click()
    heard = page.evaluate("window.heard")
    assert ["photo:caption", {"number": 1, "caption": "Cầu mới"}] in heard
    fact = {"number": 1, "src": told["src"], "alt": "", "caption": "Cầu mới"}
    assert heard[-1] == ["photo:insert", fact]


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_zone_and_the_rows_are_accessible(
    page, open_form, drop, log_in, violations, width, scheme
):
    article = make_article()
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    log_in("Biên tập viên")
    open_form(article)
    broken = {"name": "hong.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8" * 999}
    drop([photo_file(1), photo_file(2), broken])
    expect(rows(page)).to_have_count(2, timeout=20_000)
    expect(page.locator('.arriving[data-state="refused"]')).to_have_count(1)
    parts = ["drop-zone", "arriving", "photo-", "inline-related"]
    found = [
        (rule, places)
        for rule, places in violations()
        if any(part in " ".join(places) for part in parts)
    ]
    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    buttons = page.locator(".drop-zone .button:visible, .photo-tools .button:visible")
    for button in buttons.all():
        assert button.bounding_box()["height"] >= 44
