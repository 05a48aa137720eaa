"""What holds for every kind of page in real Chromium: see `tests/page_kinds.py`."""

import pytest

from tests import page_kinds

pytestmark = pytest.mark.django_db(transaction=True)
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
LANDMARKS = {"banner", "main", "contentinfo", "navigation", "search"}

# Counted from the first paint on; what the reader causes does not count.
SHIFTS = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.hadRecentInput ? 0 : entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 300);
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_no_kind_of_page_breaks_a_rule_of_accessibility(
    page, live_server, violations, complaints, size, scheme
):
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme)
    broken = {}
    for kind, address in page_kinds.build().items():
        page.goto(live_server.url + address)
        if found := violations():
            broken[kind] = found
        wide = page.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )
        if wide:
            broken[f"{kind} scrolls sideways"] = size
    assert broken == {}
    # The pages of what is gone and what is missing are answers, not mistakes.
    assert [
        each for each in complaints if "404" not in each and "410" not in each
    ] == []


def test_every_page_has_its_landmarks_and_names_what_it_offers(page, live_server):
    lacking = {}
    for kind, address in page_kinds.build().items():
        page.goto(live_server.url + address)
        session = page.context.new_cdp_session(page)
        nodes = session.send("Accessibility.getFullAXTree")["nodes"]
        shown = [
            (node["role"]["value"], node.get("name", {}).get("value", "").strip())
            for node in nodes
            if not node["ignored"]
        ]
        roles = {role for role, _name in shown}
        nameless = [
            role
            for role, name in shown
            if role in ("link", "button", "textbox", "searchbox", "image") and not name
        ]
        if nameless or not {"banner", "main", "contentinfo"} <= roles:
            lacking[kind] = (nameless, sorted(LANDMARKS & roles))
    assert lacking == {}


def test_the_keyboard_reaches_everything_in_the_order_of_the_page(page, live_server):
    pages = page_kinds.build()
    for kind in ("front", "bulletin", "month", "report"):
        page.goto(live_server.url + pages[kind])
        offered = page.locator(
            "a[href]:visible, button:visible, input:visible, textarea:visible, "
            "audio:visible, summary:visible, [tabindex='0']:visible"
        ).count()
        reached = []
        for _ in range(offered + 20):
            page.keyboard.press("Tab")
            place = page.evaluate(
                "document.activeElement === document.body ? null : "
                "document.activeElement.getBoundingClientRect().top + scrollY"
            )
            if place is None:
                break
            reached.append(place)
        assert len(reached) >= offered - 1, kind  # the skip link shows when focused


def test_nothing_moves_once_it_is_shown(page, live_server):
    pages = page_kinds.build()
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        for kind in ("front", "bulletin", "photo story", "category"):
            page.goto(live_server.url + pages[kind], wait_until="load")
            assert page.evaluate(SHIFTS) == 0, (kind, size)
