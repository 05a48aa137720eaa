"""The entry for WSGI servers: `gunicorn newsroom.wsgi`."""

import atexit
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")

application = get_wsgi_application()

# Once the applications are there.
from articles import reading_counts  # noqa: E402
from articles.views import static_pages  # noqa: E402

static_pages.prepare()
atexit.register(reading_counts.flush)
