"""Pages on which the site speaks of itself."""

from datetime import date

from django.shortcuts import render
from django.views.decorators.http import require_safe

# The day on which the statement was last held against the site. Whoever changes what
# the pages can do reads it again and sets the date.
ASSESSED_ON = date(2026, 11, 23)


@require_safe
def accessibility(request):
    """What the site does for readers with disabilities, and what it doesn't yet."""
    return render(request, "articles/accessibility.html", {"assessed_on": ASSESSED_ON})
