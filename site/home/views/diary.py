"""Writing in the diary, from a phone and between two visits."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.requests import SignedInRequest
from catalogue.domain.diary import keep_photo, write_diary_entry
from catalogue.domain.writing import NotOneOfTheirs
from catalogue.models import DiaryEntryPage
from catalogue.rules import coordinates_page
from home.domain.workbench import pages_of
from home.forms import DiaryForm


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def write_in_the_diary(request: SignedInRequest) -> HttpResponse:
    """`?kommune=<slug>` chooses for those who write in several."""
    places = list(pages_of(request.user))
    if not places:
        raise Http404
    if request.method != "POST":
        return _form_page(request, DiaryForm(user=request.user, places=places, chosen=request.GET.get("kommune", "")))
    form = DiaryForm(request.POST, request.FILES, user=request.user, places=places)
    if not form.is_valid():
        _keep_photo(form)
        return _form_page(request, form, status=422)
    return _write(request, form)


def _write(request: SignedInRequest, form: DiaryForm) -> HttpResponse:
    token: UUID = form.cleaned_data["token"]
    send = "send" in request.POST
    try:
        entry = write_diary_entry(by=request.user, under=form.under, note=form.note(), token=token, send=send)
    except NotOneOfTheirs:
        raise Http404 from None
    return redirect(f"{reverse('home:my_municipality')}?{_outcome(entry, send)}={token}")


def _outcome(entry: DiaryEntryPage, send: bool) -> str:
    if not send:
        return "gemt"
    return "udgivet" if entry.live else "sendt"


def _keep_photo(form: DiaryForm) -> None:
    """A browser forgets the file it sent along: one that is right is kept while the rest is put right."""
    file = form.cleaned_data.get("photo")
    if file and "place" in form.cleaned_data:
        seen = form.cleaned_data.get("seen", "")
        form.show_kept(keep_photo(by=form.user, under=form.under, file=file, seen=seen))


def _form_page(request: SignedInRequest, form: DiaryForm, status: int = 200) -> HttpResponse:
    publishes = {coordinates_page(request.user, place) for place in form.places.values()}
    context = {
        "title": gettext("Write in the diary"),
        "form": form,
        "photo": form.kept_picture,
        "publishes": publishes == {True},
        "publishes_some": publishes == {True, False},
        "trail": [
            {"title": gettext("My municipality"), "url": reverse("home:my_municipality")},
            {"title": gettext("Write in the diary"), "url": request.path},
        ],
    }
    return render(request, "home/write_in_the_diary.html", context, status=status)
