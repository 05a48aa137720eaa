"""The look of the readers' site: letters that don't collide, contrast, schemes, paper."""

import pytest
from django.urls import reverse
from PIL import Image, ImageChops, ImageStat

from articles.management.commands import draw_icons, join_styles
from articles.views import style_guide
from tests.browser.test_site import addresses
from tests.factories import (
    make_article,
    make_category,
    make_photo,
    make_unit,
    place_photo,
    publish,
)

pytestmark = pytest.mark.django_db(transaction=True)

STACKED = "ỰẪỘữể"
# Between the baselines of two lines there has to be room for the deepest letter of the
# upper and the highest one of the lower.
COLLISIONS = """letters => {
  const pen = document.createElement("canvas").getContext("2d");
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    if (![...element.childNodes].some(node => node.nodeType === 3 && /\\p{L}/u.test(node.data))) continue;
    const style = getComputedStyle(element);
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const box = pen.measureText(letters);
    const needed = box.actualBoundingBoxAscent + box.actualBoundingBoxDescent;
    if (element.checkVisibility() && parseFloat(style.lineHeight) < needed)
      found.push([element.outerHTML.slice(0, 80), style.fontSize, style.lineHeight, needed]);
  }
  return found;
}"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll("body *")]
  .filter(element => element.checkVisibility() && element.innerText?.trim())
  .map(element => parseFloat(getComputedStyle(element).fontSize)))"""
BACKGROUND = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK, BLACK = "rgb(251, 247, 239)", "rgb(19, 25, 23)", "rgb(0, 0, 0)"
SHIFT = """() => new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(e => { sum += e.value; }))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve(sum), 600);
})"""


@pytest.fixture
def story():
    """A bulletin with all that takes room: a photo, a caption, a table, long words."""
    article = make_article(
        title="NGHĨA TÌNH Ở THÔN TRẠI CAU: Ự Ẫ Ộ ữ ể",
        body='<p>Chữ.</p><img data-photo="1" alt=""><h2>Đề mục</h2><table><tbody><tr>'
        + "<td>Số liệu</td>" * 12
        + "</tr></tbody></table>",
        unit=make_unit(name="Phòng Kinh tế", slug="phong-kinh-te"),
        category=make_category(name="Kinh tế", slug="kinh-te"),
    )
    photo = make_photo(size=(1200, 800))
    place_photo(article, photo, alt_text="Ảnh", caption="Chú thích", credit="Lan")
    return publish(article)


def choose(page, theme):
    page.click(".display summary")
    page.check(f".theme input[value='{theme}']")


# --- Letters ----------------------------------------------------------------------


def test_stacked_marks_never_touch_the_line_above(page, live_server, settings, story):
    settings.DEBUG = True
    for width in (320, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        for address in [*addresses(story), reverse("articles:style_guide")]:
            page.goto(f"{live_server.url}{address}")
            assert page.evaluate(COLLISIONS, STACKED) == [], address


def test_the_scale_as_it_is_drawn(page, live_server, settings):
    """Two lines of each size as the browser places them, not as the style sheet says."""
    settings.DEBUG = True
    page.goto(f"{live_server.url}{reverse('articles:style_guide')}")
    page.set_viewport_size({"width": 320, "height": 900})
    script = """elements => elements.map(element => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const tops = [...new Set([...range.getClientRects()].map(rect => rect.top))];
      return [tops[1] - tops[0], parseFloat(getComputedStyle(element).fontSize)];
    })"""
    lines = page.locator(".guide-scale dd").evaluate_all(script)
    assert len(lines) == 7
    assert [pair for pair in lines if pair[0] < 1.3 * pair[1]] == []


def test_nothing_is_smaller_than_the_readers_own_size(page, live_server, story):
    for address in addresses(story):
        page.goto(f"{live_server.url}{address}")
        assert page.evaluate(SMALLEST) >= 16, address


# --- Colours ----------------------------------------------------------------------


@pytest.mark.parametrize("scheme", style_guide.SCHEMES)
def test_text_can_be_read_in_the_sun(scheme):
    pairs = style_guide.pairs(style_guide.tokens()[scheme])
    read = [pair for pair in pairs if pair.colour not in ("sun", "edge", "focus")]
    assert [pair for pair in read if pair.ratio < 7] == []
    assert [pair for pair in pairs if pair.ratio < 3] == []


def test_the_systems_dark_scheme_is_the_chosen_one():
    """They are written out twice, for browsers that cannot share them."""
    text = (join_styles.PARTS / "tokens.css").read_text(encoding="utf-8")
    followed = style_guide.declarations(text, ":root:not([data-theme]) {")
    assert followed == style_guide.tokens()["dark"]


def test_colours_follow_the_system_until_the_reader_chooses(
    page, live_server, story, complaints
):
    page.emulate_media(color_scheme="dark")
    page.goto(live_server.url)
    assert page.evaluate(BACKGROUND) == DARK
    choose(page, "light")
    assert page.evaluate(BACKGROUND) == LIGHT
    page.goto(f"{live_server.url}{story.get_absolute_url()}")
    assert page.evaluate(BACKGROUND) == LIGHT
    choose(page, "contrast")
    assert page.evaluate(BACKGROUND) == BLACK
    page.keyboard.press("Escape")
    assert page.locator(".theme").is_hidden()
    choose(page, "")
    assert page.evaluate(BACKGROUND) == DARK
    assert page.context.cookies() == []
    assert complaints == []


def test_the_chosen_colours_are_there_before_anything_is_painted(
    page, live_server, story
):
    page.add_init_script("localStorage.setItem('newsroom-theme', 'contrast')")
    page.add_init_script(
        "document.addEventListener('readystatechange', () => {"
        " window.early ??= document.documentElement.dataset.theme })"
    )
    page.goto(live_server.url)
    assert page.evaluate("window.early") == "contrast"


def test_without_a_script_colours_follow_the_system(browser, live_server):
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto(live_server.url)
    assert page.locator(".display").is_hidden()
    assert page.locator("body").evaluate("e => e.ownerDocument.scripts.length") > 0
    assert page.screenshot()
    context.close()


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_every_page_is_accessible_in_the_chosen_colours(
    page, live_server, story, violations, theme
):
    page.add_init_script(f"localStorage.setItem('newsroom-theme', '{theme}')")
    for address in addresses(story):
        page.goto(f"{live_server.url}{address}")
        assert violations() == [], address


def test_forced_colours_hide_what_is_only_decoration(page, live_server, story):
    page.emulate_media(forced_colors="active")
    page.goto(f"{live_server.url}{story.get_absolute_url()}")
    assert page.locator(".photo-placeholder").is_hidden()
    assert page.locator("article h1").is_visible()


# --- Room -------------------------------------------------------------------------


def test_nothing_moves_while_the_page_comes_in(page, live_server, story):
    for width in (320, 390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        for address in ("/", story.get_absolute_url()):
            page.goto(f"{live_server.url}{address}")
            assert page.evaluate(SHIFT) == 0, (width, address)


def test_at_400_percent_nothing_scrolls_sideways(page, live_server, story):
    page.set_viewport_size({"width": 320, "height": 256})
    script = (
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    for address in addresses(story):
        page.goto(f"{live_server.url}{address}")
        page.click(".display summary")
        assert page.evaluate(script) == 0, address


def test_fingers_find_everything(page, live_server, story):
    """Buttons and ways are at least 44 pixels high; links in running text are not ways."""
    page.set_viewport_size({"width": 390, "height": 844})
    small = """() => [...document.querySelectorAll("button, summary, select, nav a, .chips a, .button")]
      .filter(e => e.checkVisibility({visibilityProperty: true}))
      .filter(e => e.getBoundingClientRect().height < 44).map(e => e.outerHTML.slice(0, 90))"""
    for address in addresses(story):
        page.goto(f"{live_server.url}{address}")
        assert page.evaluate(small) == [], address


# --- Paper ------------------------------------------------------------------------


def test_paper_names_address_and_moment_and_nothing_to_press(page, live_server, story):
    address = f"{live_server.url}{story.get_absolute_url()}"
    page.goto(address)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    note = page.locator(".print-note")
    assert address in note.inner_text()
    assert "(GMT+7)" in note.inner_text()
    assert page.locator("article figure img").last.is_visible()
    for hidden in ("nav", "button", ".photo-placeholder", ".skip"):
        assert not any(each.is_visible() for each in page.locator(hidden).all()), hidden
    assert page.pdf().startswith(b"%PDF")


# --- What is made from sources ----------------------------------------------------


def test_the_joined_style_sheet_is_what_its_parts_say():
    """After a change of a part: manage.py join_styles."""
    assert join_styles.JOINED.read_text(encoding="utf-8") == join_styles.joined()


@pytest.mark.parametrize("icon", draw_icons.ICONS, ids=lambda icon: icon[0])
def test_the_icons_are_what_the_script_draws(icon):
    """Nearly: the file has fewer colours, and releases of Pillow differ in a pixel."""
    name, side, corner, share = icon
    drawn = draw_icons.draw(side, corner=corner, share=share)
    with Image.open(draw_icons.FOLDER / name) as kept:
        difference = ImageChops.difference(kept.convert("RGBA"), drawn)
    assert max(ImageStat.Stat(difference).mean) < 2


def test_the_style_guide_is_for_development_alone(client, settings):
    settings.DEBUG = False
    assert client.get("/phong-cach/").status_code == 404
    settings.DEBUG = True
    page = client.get("/phong-cach/").content.decode()
    assert page.count("guide-scheme") == 3
    assert "15.1" in page or "15,1" in page
