from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

# A forged request could at most change the language of the menus; a token would put a
# cookie on every public page and so keep each of them from being shared by caches.
choose = csrf_exempt(require_POST(set_language))
