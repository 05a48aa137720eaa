from django.http import HttpResponseBadRequest
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

LONGEST_FORM = 10_000  # bytes; a language and an address of this site


# A forged request could at most change the language of the menus; a token would put a
# cookie on every public page and so keep each of them from being shared by caches.
@csrf_exempt
@require_POST
def choose(request):
    """Remember the language and lead back; nothing larger than that form is read."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LONGEST_FORM:
        return HttpResponseBadRequest()
    return set_language(request)
