"""Pictures of the readers' pages under hard conditions: `make screenshots`.

Not a test: it asserts nothing, and its name keeps it out of the suite. The pictures go to
var/screenshots/, never into the repository; they are there to be looked at.
"""

from pathlib import Path

import pytest

from tests import page_kinds

pytestmark = pytest.mark.django_db(transaction=True)
FOLDER = Path(__file__).parents[2] / "var/screenshots"
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}

# What the browser is told, by the name of the folder.
CONDITIONS = {
    "phone": {"viewport": PHONE},
    "phone-dark": {"viewport": PHONE, "color_scheme": "dark"},
    "desktop": {"viewport": DESKTOP},
    "desktop-dark": {"viewport": DESKTOP, "color_scheme": "dark"},
    "without-javascript": {"viewport": PHONE, "java_script_enabled": False},
    "without-styles": {"viewport": PHONE},
    "without-images": {"viewport": PHONE},
    "320-pixels": {"viewport": {"width": 320, "height": 640}},
    # A window of 1280 × 1024 at 400 %.
    "zoom-400": {"viewport": {"width": 320, "height": 256}},
    "forced-colours": {"viewport": PHONE, "forced_colors": "active"},
}
BLOCKED = {
    "without-styles": "**/*.css",
    "without-images": "**/*.{jpg,webp,png,svg}",
}


def test_pictures(browser, live_server):
    pages = page_kinds.build()
    for condition, options in CONDITIONS.items():
        folder = FOLDER / condition
        folder.mkdir(parents=True, exist_ok=True)
        context = browser.new_context(locale="vi-VN", **options)
        if pattern := BLOCKED.get(condition):
            context.route(pattern, lambda route: route.abort())
        page = context.new_page()
        for kind, address in pages.items():
            page.goto(live_server.url + address)
            page.screenshot(path=folder / f"{kind}.png", full_page=True)
        context.close()
    print(f"\n{len(CONDITIONS) * len(pages)} pictures in {FOLDER}")
