"""Readers say what is wrong in a bulletin; what they write is for the newsroom alone."""

from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from articles.editorial import reader_reports
from articles.editorial.refusal import Refused
from articles.forms.reader_report import ReaderReportForm
from articles.models import Edition
from articles.views import bulletins, reader_address


class ForgeryCheck(CsrfViewMiddleware):
    """Django's check of the token; but it answers why, so that the text can be kept."""

    def _reject(self, request, reason):
        return reason


# The view asks for the token itself: a refusal by the middleware would lose the text.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request, slug, article_id):
    """The form about a live bulletin; whatever refuses it, what was typed stays in it."""
    edition = _live(article_id)
    if edition is None:
        return bulletins.withdrawn(request, article_id)
    if request.method == "POST":
        return _receive(request, edition)
    if slug != edition.slug:
        return HttpResponsePermanentRedirect(_address("report", edition))
    form = ReaderReportForm(initial={"stamped": reader_reports.stamp(edition)})
    return _form_page(request, edition, form)


@require_safe
def thanks(request, slug, article_id):
    """What happens next, and the way back."""
    edition = _live(article_id)
    if edition is None:
        return bulletins.withdrawn(request, article_id)
    return render(request, "articles/report_thanks.html", {"edition": edition})


def _live(article_id: int) -> Edition | None:
    editions = Edition.objects.live().filter(article_id=article_id)
    return editions.only("article_id", "number", "slug", "title").first()


def _receive(request, edition: Edition):
    form = ReaderReportForm(request.POST)
    if _is_forged(request):
        sentence = _(
            "Your browser did not say where this form comes from. Your text is still "
            "here: send it again. If that does not help, allow cookies for this site."
        )
        return _again(request, edition, form, sentence)
    if not form.is_valid():
        return _form_page(request, edition, form)
    try:
        reader_reports.send(
            edition,
            text=form.cleaned_data["text"],
            contact=form.cleaned_data["contact"],
            stamped=form.cleaned_data["stamped"],
            address=reader_address.of(request),
        )
    except reader_reports.UnfitReport as refusal:
        form.add_error("text", str(refusal))
        return _form_page(request, edition, form)
    except reader_reports.FormExpired as refusal:
        return _again(request, edition, form, str(refusal))
    except reader_reports.TooManyReports as refusal:
        form.add_error(None, str(refusal))
        return _form_page(request, edition, form, status=429)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return _form_page(request, edition, form)
    return HttpResponseRedirect(_address("report_thanks", edition))


def _is_forged(request) -> bool:
    check = ForgeryCheck(lambda request: None)
    check.process_request(request)
    return check.process_view(request, None, (), {}) is not None


def _again(request, edition: Edition, form: ReaderReportForm, sentence: str):
    """The form anew, with what was typed, under a fresh stamp."""
    form.data = form.data.copy()
    form.data["stamped"] = reader_reports.stamp(edition)
    form.add_error(None, sentence)
    return _form_page(request, edition, form)


def _form_page(request, edition: Edition, form: ReaderReportForm, status: int = 200):
    context = {"edition": edition, "form": form}
    return render(request, "articles/report.html", context, status=status)


def _address(name: str, edition: Edition) -> str:
    return reverse(f"articles:{name}", args=[edition.slug, edition.article_id])
