from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

# The newsroom, answers to questions, drafts, forms: nothing to find there.
CLOSED = ["/admin/", "/tim-kiem/", "/xem-truoc/", "/ngon-ngu/", "/tin/*/bao-loi/"]


@require_safe
def robots(request):
    """What crawlers may read, and where they find it all."""
    sitemap = request.build_absolute_uri(reverse("articles:sitemap"))
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED)]
    text = "\n".join([*lines, "", f"Sitemap: {sitemap}", ""])
    return HttpResponse(
        text,
        content_type="text/plain; charset=utf-8",
        headers={"Cache-Control": "public, max-age=3600"},
    )
