"""Photos and videos in the text, in a real browser."""

from base64 import b64encode

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import RULES
from tests.factories import make_article, make_photo, picture_file, place_photo

pytestmark = pytest.mark.django_db(transaction=True)

PHOTO = '<img data-photo="1">'
FIGURE = ".cke_wysiwyg_div figure.photo"
LAST = ".cke_wysiwyg_div p:last-of-type"
VIDEO = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
# The page's own intake, replaced: it answers when the test says so.
INTAKE = """() => {
    window.newsroomPhotos = {
        upload: (file) => new Promise((resolve, reject) => {
            window.arrive = () => resolve({
                number: 2, src: "/static/articles/admin/missing.svg", alt: file.name, caption: "Mới về",
            });
            window.fail = (sentence) => reject(new Error(sentence));
        }),
    };
}"""
HAND_OVER = """([selector, type, name, mime, content, html]) => {
    const carried = new DataTransfer();
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt());
    if (name) carried.items.add(new File([bytes], name, {type: mime}));
    if (html) carried.setData("text/html", html);
    const place = document.querySelector(selector);
    place.scrollIntoView({block: "center"});
    const {left, top, height} = place.getBoundingClientRect();
    const options = {bubbles: true, cancelable: true};
    place.dispatchEvent(type === "paste"
        ? new ClipboardEvent("paste", {...options, clipboardData: carried})
        : new DragEvent("drop", {
            ...options, dataTransfer: carried, clientX: left + 2, clientY: top + height / 2}));
}"""


@pytest.fixture
def edit(page, live_server, log_in):
    """Open a bulletin with this text and one photo; hand back the bulletin."""
    # Nothing is kept by itself: it would still be written while the test's rows go.
    page.route("**/autosave/", lambda route: route.fulfill(json={"kept_at": "08:00"}))

    def edit(body, **words):
        article = make_article(body=body)
        place_photo(article, make_photo(), **{"caption": "Rước kiệu"} | words)
        log_in("Biên tập viên")
        page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
        page.wait_for_selector(".cke_wysiwyg_div")
        return article

    return edit


def written(page):
    """What the form would send, without white space between the blocks."""
    sent = page.evaluate("CKEDITOR.instances.id_body.getData()")
    return "".join(line.strip() for line in sent.replace(" />", ">").splitlines())


def captions(page):
    return page.locator(f"{FIGURE} figcaption").all_inner_texts()


def notice(page):
    return page.locator(".editor-notice").inner_text()


def tell(page, name, **detail):
    page.evaluate(
        "([name, detail]) => document.dispatchEvent(new CustomEvent(name, {detail}))",
        [name, detail],
    )


def hand_over(page, how, name="", mime="image/jpeg", content=b"", html="", onto=LAST):
    """Paste where the cursor stands, or drop where the element begins."""
    content = b64encode(content).decode()
    page.evaluate(HAND_OVER, [onto, how, name, mime, content, html])


def put_cursor_after(page, text):
    page.locator(".cke_wysiwyg_div p", has_text=text).click()
    page.keyboard.press("End")


def broken_rules(page, selector):
    """Names of the accessibility rules that this part of the page breaks."""
    options = {"runOnly": {"type": "tag", "values": RULES}}
    found = Axe().run(page, context=selector, options=options).response["violations"]
    return [(rule["id"], rule["nodes"][0]["html"][:120]) for rule in found]


def save(page):
    page.click("[name=_continue]")
    page.wait_for_selector(".messagelist .success")
    page.wait_for_selector(".cke_wysiwyg_div")


def test_a_photo_stands_in_the_text_with_its_caption(page, edit, complaints):
    article = edit(f"<p>Một.</p>\n{PHOTO}\n<p>Hai.</p>", alt_text="Kiệu")
    assert captions(page) == ["Rước kiệu"]
    image = page.locator(f"{FIGURE} img").first
    assert image.get_attribute("alt") == "Kiệu"
    page.wait_for_function(f"document.querySelector('{FIGURE} img').naturalWidth > 0")
    assert not page.locator(FIGURE).evaluate("each => each.isContentEditable")
    assert written(page) == f"<p>Một.</p>{PHOTO}<p>Hai.</p>"
    save(page)
    article.refresh_from_db()
    assert article.body == f"<p>Một.</p>\n{PHOTO}\n<p>Hai.</p>"
    assert captions(page) == ["Rước kiệu"]
    assert complaints == []


def test_a_photo_comes_where_the_cursor_stands(page, edit, complaints):
    article = edit("<p>Một.</p>\n<p>Hai.</p>")
    page.fill("#id_photo_places-0-caption", "Rước kiệu qua cầu")
    put_cursor_after(page, "Một")
    page.click(".photo-insert")
    page.keyboard.type("Viết tiếp.")
    assert captions(page) == ["Rước kiệu qua cầu"]
    assert written(page) == f"<p>Một.</p>{PHOTO}<p>Viết tiếp.Hai.</p>"
    save(page)
    article.refresh_from_db()
    assert article.body == f"<p>Một.</p>\n{PHOTO}\n<p>Viết tiếp.Hai.</p>"
    assert captions(page) == ["Rước kiệu qua cầu"]
    assert complaints == []


def test_photos_put_in_one_after_another_keep_their_order(page, edit):
    edit("<p>Một.</p>\n<p>Hai.</p>")
    put_cursor_after(page, "Một")
    for number in (5, 6):
        tell(page, "photo:insert", number=number, src="/x", alt="", caption="")
    assert written(page) == (
        '<p>Một.</p><img data-photo="5"><img data-photo="6"><p>Hai.</p>'
    )


def test_before_anybody_wrote_a_photo_comes_last(page, edit):
    edit("<p>Một.</p>\n<p>Hai.</p>")
    page.click(".photo-insert")
    assert written(page).startswith(f"<p>Một.</p><p>Hai.</p>{PHOTO}")


def test_a_caption_changes_wherever_the_photo_stands(page, edit):
    edit(f"<p>Một.</p>\n{PHOTO}\n<ul><li>Hai {PHOTO}</li></ul>")
    tell(page, "photo:caption", number="1", caption="Tế lễ & rước")
    assert captions(page) == ["Tế lễ & rước"] * 2
    put_cursor_after(page, "Một")
    page.keyboard.type(" Thêm.")
    page.keyboard.press("Control+z")
    assert captions(page) == ["Tế lễ & rước"] * 2
    tell(page, "photo:caption", number=1, caption="")
    assert page.locator(".photo-without-caption").count() == 2
    assert written(page) == f"<p>Một.</p>{PHOTO}<ul><li>Hai{PHOTO}</li></ul>"


@pytest.mark.parametrize("how", ["a click", "the keyboard"])
def test_the_caption_is_edited_beside(page, edit, how):
    edit(f"<p>Một.</p>\n{PHOTO}\n<p>Hai.</p>")
    page.evaluate("""document.addEventListener(
        "photo:edit-caption", (event) => { window.asked = event.detail.number; })""")
    if how == "a click":
        page.click(f"{FIGURE} figcaption")
    else:
        put_cursor_after(page, "Một")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
    assert page.evaluate("window.asked") == 1
    page.keyboard.type(" mới")
    assert page.input_value("#id_photo_places-0-caption") == "Rước kiệu mới"
    assert captions(page) == ["Rước kiệu mới"]


@pytest.mark.parametrize("key", ["Delete", "Backspace"])
def test_a_photo_is_removed_as_a_whole_and_comes_back(page, edit, key):
    edit(f"<p>Một.</p>\n{PHOTO}\n<p>Hai.</p>")
    page.click(f"{FIGURE} img")
    page.keyboard.press(key)
    assert written(page) == "<p>Một.</p><p>Hai.</p>"
    page.keyboard.press("Control+z")
    assert captions(page) == ["Rước kiệu"]
    assert written(page) == f"<p>Một.</p>{PHOTO}<p>Hai.</p>"


def test_a_photo_is_dragged_to_another_place(page, edit):
    edit(f"<p>Một.</p>\n{PHOTO}\n<p>Hai.</p>\n<p>Ba.</p>")
    page.evaluate("CKEDITOR.instances.id_body.resize('100%', 700)")
    page.locator(".cke_wysiwyg_div").evaluate("each => each.scrollIntoView()")
    page.hover(f"{FIGURE} img")
    page.mouse.down()
    target = page.locator(".cke_wysiwyg_div p", has_text="Ba.").bounding_box()
    for step in (0.2, 0.4, 0.6, 0.8, 0.95):
        page.mouse.move(target["x"] + 40, target["y"] + target["height"] * step)
        page.wait_for_timeout(100)  # the editor looks where the mouse is now and then
    page.mouse.up()
    assert written(page) == f"<p>Một.</p><p>Hai.</p><p>Ba.</p>{PHOTO}"
    assert captions(page) == ["Rước kiệu"]


def test_a_photo_is_cut_and_pasted_by_keyboard(page, edit):
    edit(f"<p>Một.</p>\n{PHOTO}\n<p>Hai.</p>")
    page.click(f"{FIGURE} img")
    page.keyboard.press("Control+x")
    page.wait_for_timeout(200)  # the editor cuts once the browser has copied
    put_cursor_after(page, "Hai")
    page.keyboard.press("Control+v")
    page.wait_for_selector(FIGURE)
    assert written(page) == f"<p>Một.</p><p>Hai.</p>{PHOTO}"
    assert captions(page) == ["Rước kiệu"]


@pytest.mark.parametrize("how", ["paste", "drop"])
def test_a_file_becomes_a_photo_where_it_was_put(page, edit, how, complaints):
    edit("<p>Một.</p>\n<p>Hai.</p>")
    page.evaluate(INTAKE)
    put_cursor_after(page, "Một")
    hand_over(page, how, name="cau.jpg")
    page.wait_for_selector(".photo-arriving")
    assert "arriving" not in written(page)
    assert "data-photo" not in written(page)
    page.evaluate("window.arrive()")
    page.wait_for_selector(FIGURE)
    assert page.locator(".photo-arriving").count() == 0
    assert captions(page) == ["Mới về"]
    assert written(page) == '<p>Một.</p><img data-photo="2"><p>Hai.</p>'
    assert complaints == []


def test_a_file_dropped_onto_a_photo_stands_behind_it(page, edit):
    edit(f"<p>Một.</p>\n{PHOTO}\n<p>Hai.</p>")
    page.evaluate(INTAKE)
    hand_over(page, "drop", name="cau.jpg", onto=f"{FIGURE} img")
    page.wait_for_selector(".photo-arriving")
    page.evaluate("window.arrive()")
    page.wait_for_selector(".photo-arriving", state="detached")
    assert written(page) == f'<p>Một.</p>{PHOTO}<img data-photo="2"><p>Hai.</p>'


def test_a_file_goes_through_the_same_intake_as_all(page, edit, complaints):
    article = edit("<p>Một.</p>\n<p>Hai.</p>")
    put_cursor_after(page, "Một")
    content = picture_file(colour="maroon").read()
    hand_over(page, "paste", name="cau.jpg", content=content)
    page.wait_for_selector(FIGURE)
    row = "[name='photo_places-1-caption']"
    page.click(f"{FIGURE} figcaption")
    page.wait_for_function(f'document.activeElement.matches("{row}")')
    page.keyboard.type("Cầu mới")
    assert captions(page) == ["Cầu mới"]
    save(page)
    article.refresh_from_db()
    assert article.body == '<p>Một.</p>\n<img data-photo="2">\n<p>Hai.</p>'
    assert article.photo_places.get(number=2).photo is not None
    assert captions(page) == ["Cầu mới"]
    assert complaints == []


def test_a_file_that_is_no_photo_is_told_by_the_intake(page, edit):
    edit("<p>Một.</p>\n<p>Hai.</p>")
    put_cursor_after(page, "Một")
    hand_over(page, "paste", name="hong.jpg", content=b"\xff\xd8 khong phai anh")
    page.wait_for_selector(".photo-arriving", state="detached")
    refusal = page.locator(".arriving[data-state=refused] .arriving-status")
    assert refusal.inner_text() in notice(page)
    assert written(page) == "<p>Một.</p><p>Hai.</p>"


def test_who_writes_on_meanwhile_stays_where_they_are(page, edit):
    edit("<p>Một.</p>\n<p>Hai.</p>")
    page.evaluate(INTAKE)
    put_cursor_after(page, "Một")
    hand_over(page, "paste", name="cau.HEIC", mime="")
    put_cursor_after(page, "Hai")
    page.keyboard.type(" Đang")
    page.evaluate("window.arrive()")
    page.wait_for_selector(FIGURE)
    page.keyboard.type(" viết.")
    assert written(page) == '<p>Một.</p><img data-photo="2"><p>Hai. Đang viết.</p>'


def test_a_file_that_does_not_arrive_leaves_a_sentence(page, edit):
    edit("<p>Một.</p>\n<p>Hai.</p>")
    page.evaluate(INTAKE)
    put_cursor_after(page, "Một")
    hand_over(page, "paste", name="cau.jpg")
    page.wait_for_selector(".photo-arriving")
    page.evaluate("window.fail('Tệp bị hỏng.')")
    page.wait_for_selector(".photo-arriving", state="detached")
    assert "cau.jpg" in notice(page)
    assert "Tệp bị hỏng." in notice(page)
    assert written(page) == "<p>Một.</p><p>Hai.</p>"


def test_a_place_undone_before_the_photo_arrives_stays_empty(page, edit):
    edit("<p>Một.</p>\n<p>Hai.</p>")
    page.evaluate(INTAKE)
    put_cursor_after(page, "Một")
    hand_over(page, "paste", name="cau.jpg")
    page.wait_for_selector(".photo-arriving")
    page.keyboard.press("Control+z")
    page.wait_for_selector(".photo-arriving", state="detached")
    page.evaluate("window.arrive()")
    page.wait_for_selector(".editor-notice:not(:empty)")
    assert page.locator(FIGURE).count() == 0
    page.keyboard.press("Control+y")  # what comes back holds no place for ever
    assert page.locator(".photo-arriving").count() == 0


def test_other_files_are_refused_with_a_sentence(page, edit):
    edit("<p>Một.</p>\n<p>Hai.</p>")
    page.evaluate(INTAKE)
    hand_over(page, "drop", name="to-trinh.pdf", mime="application/pdf")
    page.wait_for_selector(".editor-notice:not(:empty)")
    assert written(page) == "<p>Một.</p><p>Hai.</p>"


@pytest.mark.parametrize(
    "html",
    [
        '<p>Chữ</p><img src="https://evil.example/a.jpg">',
        '<p>Chữ</p><figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></figure>',
        '<p>Chữ</p><img data-photo="1" src="/media/a.jpg">',  # of another bulletin
    ],
    ids=["address", "data", "number"],
)
def test_photos_from_elsewhere_are_left_out_with_a_sentence(
    page, edit, html, complaints
):
    edit("<p>Một.</p>\n<p>Hai.</p>")
    put_cursor_after(page, "Một")
    hand_over(page, "paste", html=html, name="clip.png", mime="image/png")
    page.wait_for_selector(".editor-notice:not(:empty)")
    assert "Chữ" in written(page)
    assert "<img" not in written(page)
    assert page.locator(".cke_wysiwyg_div img").count() == 0
    assert complaints == []


def test_a_video_is_put_in_by_its_address(page, edit, complaints):
    article = edit("<p>Một.</p>\n<p>Hai.</p>")
    put_cursor_after(page, "Một")
    page.click(".cke_button__newsroomvideo")
    page.keyboard.type("https://youtu.be/sai")
    page.keyboard.press("Enter")
    assert page.locator(".video-dialog [role=alert]").is_visible()
    assert broken_rules(page, ".video-dialog") == []
    page.fill(".video-dialog input", "https://youtu.be/dQw4w9WgXcQ?si=abc")
    page.keyboard.press("Enter")
    page.keyboard.type("Viết tiếp. ")
    video = f'<figure class="video"><a href="{VIDEO}">{VIDEO}</a></figure>'
    assert written(page) == f"<p>Một.</p>{video}<p>Viết tiếp. Hai.</p>"
    save(page)
    article.refresh_from_db()
    assert article.body == f"<p>Một.</p>\n{video}\n<p>Viết tiếp. Hai.</p>"
    assert VIDEO in page.locator(".cke_wysiwyg_div figure.video").inner_text()
    assert complaints == []


ADDRESSES = {
    VIDEO: True,
    "youtube.com/watch?t=3&v=dQw4w9WgXcQ": True,
    "https://m.youtube.com/shorts/dQw4w9WgXcQ?feature=share": True,
    "https://www.youtube.com/live/dQw4w9WgXcQ": True,
    "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ": True,
    "https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ": False,
    "https://www.youtube.com/@xavantra": False,
    "javascript:alert(1)": False,
    "": False,
}


def test_which_addresses_are_videos(page, edit):
    edit("<p>Một.</p>")
    for address, is_video in ADDRESSES.items():
        page.click(".cke_button__newsroomvideo")
        page.fill(".video-dialog input", address)
        page.keyboard.press("Enter")
        assert (f'href="{VIDEO}"' in written(page)) is is_video, address
        assert page.locator(".video-dialog").is_visible() is not is_video, address
        if not is_video:
            page.keyboard.press("Escape")
        page.wait_for_selector(".video-dialog", state="hidden")
        page.evaluate("CKEDITOR.instances.id_body.setData('')")


def test_leaving_the_video_dialog_leads_back_into_the_text(page, edit):
    edit("<p>Một.</p>\n<p>Hai.</p>")
    put_cursor_after(page, "Một")
    page.click(".cke_button__newsroomvideo")
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.matches('.cke_wysiwyg_div')")
    page.keyboard.type("Và.")
    assert written(page) == "<p>Một.Và.</p><p>Hai.</p>"


def test_the_address_of_a_video_can_be_changed(page, edit):
    edit(f'<p>Một.</p>\n<figure class="video"><a href="{VIDEO}">x</a></figure>')
    page.dblclick(".cke_wysiwyg_div figure.video")
    assert page.input_value(".video-dialog input") == VIDEO
    page.fill(".video-dialog input", "https://youtu.be/abcdefghijk")
    page.keyboard.press("Enter")
    assert "watch?v=abcdefghijk" in written(page)
    assert VIDEO not in written(page)


def test_on_a_phone_nothing_is_wider_than_the_screen(page, edit):
    page.set_viewport_size({"width": 390, "height": 844})
    edit(f"<p>Một.</p>\n{PHOTO}\n<p>Hai.</p>")
    width = page.locator(".cke_wysiwyg_div").evaluate("each => each.scrollWidth")
    assert width <= 390
    assert broken_rules(page, ".cke") == []
