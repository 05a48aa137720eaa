from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models import Edition, Unit
from articles.views.lists import render_walk
from articles.views.paging import Walk


@require_safe
def units(request):
    """Every unit in Vietnamese order: those at work, then those that have closed."""
    today = timezone.localdate()
    at_work, closed = [], []
    for unit in Unit.objects.all():
        (at_work if unit.existed_on(today) else closed).append(unit)
    context = {"at_work": at_work, "closed": closed}
    return render(request, "articles/units.html", context)


@require_safe
def unit(request, slug):
    """The work of a unit and of every unit it took over, and what became of it."""
    try:
        history = Unit.objects.history_of(slug)
    except Unit.DoesNotExist as error:
        raise Http404 from error
    live = Edition.objects.live().for_cards()
    walk = Walk([live.filter(unit=key) for key in history.held_ids])
    return render_walk(request, "articles/unit.html", walk, history=history)
