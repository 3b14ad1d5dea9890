"""The answer to whether a page was of use, and the list of answers for those who wrote the pages."""

from urllib.parse import urlsplit

from allauth.account.adapter import get_adapter
from allauth.core import ratelimit
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Page

from accounts.models import Municipality
from accounts.requests import SignedInRequest
from core.views.private import unkept
from home.domain.useful import answers_about, is_marked, keep_answer, mark_of, may_read_answers, public_page
from home.forms import UsefulForm


@csrf_exempt  # Django's check needs a cookie, and readers get none: `is_own` and the mark do its work
@unkept
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    if not is_own(request):
        return render(request, "home/answer_refused.html", {"title": _("We could not take the answer")}, status=403)
    page = public_page_or_404(pk)
    form = UsefulForm(request.POST)
    if not form.is_valid():
        return show(request, page, form, status=422)
    if not is_marked(page.pk, request.POST.get("maerke", "")):
        form.add_error(None, _("The page has been open for a long time. Send it again."))
        return show(request, page, form, status=422)
    if not ratelimit.consume(request, action="useful"):
        form.add_error(None, _("Many answers have come from where you are. Try again in an hour."))
        return show(request, page, form, status=429)
    useful, line = form.cleaned_data["svar"] == "ja", form.cleaned_data["linje"]
    keep_answer(page=page, useful=useful, line=line, sender=str(get_adapter(request).get_client_ip(request)))
    return redirect("home:answered", pk=page.pk)


@require_safe
def answered(request: HttpRequest, pk: int) -> HttpResponse:
    page = public_page_or_404(pk)
    return render(request, "home/answered.html", {"title": _("Thank you for the answer"), "about": page})


@unkept
@login_required
@require_safe
def answers(request: SignedInRequest, slug: str) -> HttpResponse:
    municipality = get_object_or_404(Municipality.objects.select_related("page"), slug=slug)
    if not may_read_answers(request.user, municipality):
        raise Http404
    counts, said = answers_about(municipality, request.GET.get("side"))
    title = _("Were our pages of use?")
    trail = [
        {"title": _("My municipality"), "url": reverse("home:my_municipality")},
        {"title": title, "url": request.path},
    ]
    context = {"title": title, "municipality": municipality, "counts": counts, "said": said, "trail": trail}
    return render(request, "home/answers.html", context)


def is_own(request: HttpRequest) -> bool:
    """The browser says that a page of this site sent the form. Every browser in use tells one of the two."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    if origin is not None:
        return urlsplit(origin).netloc == request.get_host() and site in (None, "same-origin")
    return site == "same-origin"


def public_page_or_404(pk: int) -> Page:
    page = public_page(pk)
    if page is None:
        raise Http404
    return page


def show(request: HttpRequest, page: Page, form: UsefulForm, *, status: int) -> HttpResponse:
    context = {"title": _("Was the page of use to you?"), "about": page, "form": form, "mark": mark_of(page.pk)}
    return render(request, "home/answer.html", context, status=status)
