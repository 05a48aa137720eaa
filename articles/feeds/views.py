"""The addresses of the feeds; `writer` is the module of the format."""

from types import ModuleType

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from articles.feeds import channels, conditional
from articles.models import Category, Unit


@require_safe
def site(request: HttpRequest, writer: ModuleType) -> HttpResponse:
    return conditional.respond(request, channels.site(), writer)


@require_safe
def category(request: HttpRequest, slug: str, writer: ModuleType) -> HttpResponse:
    try:
        channel = channels.category(slug)
    except Category.DoesNotExist as error:
        raise Http404 from error
    return conditional.respond(request, channel, writer)


@require_safe
def unit(request: HttpRequest, slug: str, writer: ModuleType) -> HttpResponse:
    try:
        channel = channels.unit(slug)
    except Unit.DoesNotExist as error:
        raise Http404 from error
    return conditional.respond(request, channel, writer)
