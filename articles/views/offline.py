"""The site on a device of its own: the worker that keeps pages, and what it needs."""

import hashlib
import json
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.photos import specs

SOURCE = "articles/service_worker.js"
PAGE = "articles/offline.html"
# What a page needs to look and work as it does online.
SHELL = [
    "site.css",
    "site/print.css",
    "theme.js",
    "print_note.js",
    "offline.js",
    "kept_pages.js",
    "zoom.js",
    "read_aloud.js",
    "favicon.svg",
]
RIVER, PAPER = "#0f4f48", "#fbf7ef"
ICONS = [("icon-192.png", 192, "any"), ("icon-512.png", 512, "any")]
ICONS += [("maskable-512.png", 512, "maskable")]
A_DAY = "public, max-age=86400"


@require_safe
def service_worker(request):
    """The worker's script, for the whole site; any change of it or its needs is a new version."""
    script = _source()
    setup = _setup()
    page = render_to_string(PAGE, request=request)
    whole = json.dumps(setup, sort_keys=True) + script + page
    setup["version"] = hashlib.sha256(whole.encode()).hexdigest()[:16]
    return HttpResponse(
        f"const SETUP = {json.dumps(setup)};\n{script}",
        content_type="text/javascript; charset=utf-8",
        headers={"Cache-Control": "no-cache"},
    )


@require_safe
def manifest(request):
    """How the site installs: always in Vietnamese, as a name under an icon."""
    data = {
        "id": "/",
        "name": settings.SITE_NAME,
        "short_name": capfirst(settings.SITE_NAME.removeprefix("Trang tin ")),
        "lang": "vi",
        "dir": "ltr",
        "start_url": reverse("articles:front"),
        "scope": "/",
        "display": "standalone",
        "display_override": ["minimal-ui", "standalone"],
        "theme_color": RIVER,
        "background_color": PAPER,
        "categories": ["news", "government"],
        "icons": [
            {
                "src": static(f"articles/icons/{name}"),
                "sizes": f"{side}x{side}",
                "type": "image/png",
                "purpose": purpose,
            }
            for name, side, purpose in ICONS
        ],
    }
    return JsonResponse(
        data,
        content_type="application/manifest+json",
        headers={"Cache-Control": A_DAY},
        json_dumps_params={"ensure_ascii": False},
    )


@require_safe
def offline(request):
    """What readers see without a connection: the pages that their device has kept."""
    return render(request, PAGE)


@cache
def _source() -> str:
    return Path(finders.find(SOURCE)).read_text(encoding="utf-8")


def _setup() -> dict:
    return {
        "page": reverse("articles:offline"),
        "shell": [static(f"articles/{name}") for name in SHELL],
        "static": settings.STATIC_URL,
        "renditions": f"{settings.MEDIA_URL}{specs.FOLDER}/",
        "sentences": {code: _sentences(code) for code, _name in settings.LANGUAGES},
    }


def _sentences(code: str) -> dict[str, str]:
    """What the worker writes into the pages it kept, in the page's language."""
    with translation.override(code):
        return {
            "kept": _("Copy of {time}; not yet checked with the server."),
            "again": _("Try again"),
            "fresh": _("There is a connection again."),
        }
