"""Reading comfort on the page of a bulletin: a voice, a recording, reading time."""

import pytest
from playwright.sync_api import expect

from articles.templatetags.comfort import reading_minutes, recorded_reading
from tests.factories import make_article, publish

pytestmark = pytest.mark.django_db(transaction=True)

# What a browser with such voices does: it speaks when it is told to, and a test says
# when a sentence is over. Chromium on a server has no voice at all.
VOICES = """(() => {
  const spoken = [];
  window.spoken = spoken;
  window.finish = () => spoken.at(-1).onend?.();
  Object.defineProperty(window, "speechSynthesis", {value: {
    getVoices: () => LANGUAGES.map(lang => ({lang, name: lang})),
    speak: utterance => spoken.push(utterance),
    cancel: () => spoken.at(-1)?.onerror?.({error: "canceled"}),
    addEventListener: () => {},
  }});
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})()"""
MARKED = "[...CSS.highlights.get('reading') ?? []].map(String).join('')"
BODY = (
    "<p>Sáng 15/11, ông Nguyễn Văn A. phát biểu. TP. Hồ Chí Minh gửi <strong>lời chúc"
    "</strong> mừng! Hết.</p><ul><li>Việc một.</li></ul>"
)
SENTENCES = [
    "Ngày hội ở Trại Cau",
    "Bà con về đông đủ.",
    "Sáng 15/11, ông Nguyễn Văn A. phát biểu.",
    "TP. Hồ Chí Minh gửi lời chúc mừng!",
    "Hết.",
    "Việc một.",
]


@pytest.fixture
def address(live_server):
    article = make_article(
        title="Ngày hội ở Trại Cau", lead="Bà con về đông đủ.", body=BODY
    )
    return f"{live_server.url}{publish(article).get_absolute_url()}"


def give_voices(page, *languages):
    page.add_init_script(VOICES.replace("LANGUAGES", str(list(languages))))


def spoken(page):
    return page.evaluate("spoken.map(each => each.text)")


def test_sentence_by_sentence_to_the_end(page, address, complaints):
    give_voices(page, "en-US", "vi-VN")
    page.goto(address)
    page.click(".listen-play")
    for number, sentence in enumerate(SENTENCES, start=1):
        assert spoken(page) == SENTENCES[:number]
        assert page.evaluate(MARKED) == sentence
        page.evaluate("finish()")
    expect(page.locator(".listen-panel")).to_be_hidden()
    assert page.evaluate(MARKED) == ""
    assert page.evaluate("spoken[0].lang") == "vi-VN"
    assert complaints == []


def test_a_pause_goes_on_with_the_same_sentence(page, address):
    give_voices(page, "vi_VN")
    page.goto(address)
    page.click(".listen-play")
    page.evaluate("finish()")
    page.click(".listen-toggle")
    page.evaluate("finish()")  # what was said before the pause changes nothing now
    assert len(spoken(page)) == 2
    page.click(".listen-toggle")
    assert spoken(page)[1:] == [SENTENCES[1]] * 2


def test_the_speed_is_taken_up_at_once_and_remembered(page, address):
    give_voices(page, "vi")
    page.goto(address)
    page.click(".listen-play")
    page.select_option(".listen-speed", "1.5")
    assert page.evaluate("spoken.map(each => each.rate)") == [1, 1.5]
    page.goto(address)
    page.click(".listen-play")
    assert page.evaluate("spoken[0].rate") == 1.5


def test_the_voice_by_keyboard_alone(page, address):
    give_voices(page, "vi-VN")
    page.goto(address)
    page.focus(".listen-play")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".listen-toggle")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".listen-panel")).to_be_hidden()
    expect(page.locator(".listen-play")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator(".listen-panel")).to_be_hidden()
    assert page.locator(".listen [aria-live], .listen [role=status]").count() == 0


def test_without_highlights_sentences_wear_a_class(page, address):
    give_voices(page, "vi-VN")
    page.add_init_script("delete window.Highlight")
    page.goto(address)
    before = page.inner_text(".bulletin-text")
    page.click(".listen-play")
    for sentence in SENTENCES:
        marked = page.locator(".reading-now").all_text_contents()
        assert "".join(marked) == sentence
        page.evaluate("finish()")
    assert page.inner_text(".bulletin-text") == before


@pytest.mark.parametrize("voices", [[], ["en-US", "fr-FR"]])
def test_no_vietnamese_voice_no_button(page, address, voices):
    give_voices(page, *voices)
    page.goto(address)
    expect(page.locator(".zoom")).to_be_visible()
    expect(page.locator(".listen-play")).to_be_hidden()


def test_a_real_browser_without_voices_has_no_button(page, address, complaints):
    page.goto(address)
    expect(page.locator(".zoom")).to_be_visible()
    expect(page.locator(".listen-play")).to_be_hidden()
    assert complaints == []


def test_the_panel_is_accessible(page, address, violations):
    give_voices(page, "vi-VN")
    page.goto(address)
    page.click(".listen-play")
    assert violations() == []


def test_the_print_button_prints(page, address):
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(address)
    page.click(".print-button")
    assert page.evaluate("window.printed") is True


@pytest.mark.parametrize(
    ("words", "minutes"), [(1, 1), (200, 1), (320, 2), (900, 4), (1000, 5)]
)
def test_reading_time_is_whole_minutes_and_never_nothing(words, minutes):
    body = f"<p>{'từ ' * words}</p>"
    assert reading_minutes(publish(lead="", body=body)) == minutes


def test_only_the_recording_that_reads_the_bulletin_stands_for_the_voice():
    edition = publish()
    row = {"number": 1, "name": "Doc bai.mp3", "kind": "audio", "is_reading": False}
    edition.attachments = [row, row | {"number": 2, "kind": "document"}]
    assert recorded_reading(edition) == ""
    edition.attachments.append(row | {"number": 3, "is_reading": True})
    assert recorded_reading(edition) == f"/tep/{edition.article_id}/3/doc-bai.mp3"
