import os

import pytest
from django.conf import settings
from django.utils import translation

# Reading is pure: its tests also run where no project settings are chosen.
if "DJANGO_SETTINGS_MODULE" not in os.environ and not settings.configured:
    settings.configure(USE_I18N=False)


@pytest.fixture
def english():
    """Sentences as they stand in the code."""
    with translation.override("en"):
        yield
