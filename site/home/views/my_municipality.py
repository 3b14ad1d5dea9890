from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.requests import SignedInRequest
from accounts.rules import may_manage_people, may_use_admin, works_at_desk
from catalogue.domain.writing import NotOneOfTheirs, start_story
from events.models import Event
from home.domain.around import coming_events, news_from_others
from home.domain.workbench import Place, desk_queue, places_of, with_coordinators
from home.forms import StartStoryForm

DONE = {
    "sendt": _("Sent for approval. You get a mail when somebody has read it."),
    "gemt": _("Saved as a draft. You find it below."),
    "udgivet": _("Published. It stands in the municipality's diary now."),
    "godkendt": _("Approved. Thank you for reading it."),
    "retur": _("Sent back. Whoever wrote it gets your comment by mail."),
}


@never_cache
@login_required
@require_http_methods(["GET", "HEAD"])
def my_municipality(request: SignedInRequest) -> HttpResponse:
    return desk_page(request, places_of(request.user))


@never_cache
@login_required
@require_POST
def start_a_story(request: SignedInRequest, slug: str) -> HttpResponse:
    places = places_of(request.user)
    place = next((place for place in places if place.municipality.slug == slug), None)
    if place is None:
        raise Http404
    form = place.form = StartStoryForm(request.POST, prefix=slug)
    if not form.is_valid():
        return desk_page(request, places, status=422)
    try:
        story = start_story(by=request.user, under=place.page, **form.cleaned_data)
    except NotOneOfTheirs:
        raise Http404 from None
    return redirect("wagtailadmin_pages:edit", story.pk)


def desk_page(request: SignedInRequest, places: list[Place], status: int = 200) -> HttpResponse:
    for place in places:
        place.form = place.form or StartStoryForm(prefix=place.municipality.slug)
        place.may_invite = may_manage_people(request.user, place.municipality)
    queue = desk_queue(request.user)
    context: dict[str, Any] = {
        "title": title_of(places),
        "places": places,
        "many": len(places) > 1,
        "queue": queue,
        "elsewhere": with_coordinators(request.user),
        "waiting_count": len(queue) + sum(len(place.for_me) for place in places),
        "at_desk": works_at_desk(request.user),
        "may_use_admin": may_use_admin(request.user),
        "coming": coming_events(request.user),
        "news": news_from_others([place.page for place in places]),
        "has_events": Event.objects.staffed_by(request.user).exists(),
        "contact": settings.CONTACT_EMAIL,
        "done": what_was_done(request),
        "saved": next((token for name, token in request.GET.items() if name in DONE), ""),
    }
    return render(request, "home/my_municipality.html", context, status=status)


def what_was_done(request: SignedInRequest) -> str:
    """Told once, in our words. What Wagtail would tell about it in the editor is let go."""
    list(messages.get_messages(request))
    return next((str(text) for name, text in DONE.items() if name in request.GET), "")


def title_of(places: list[Place]) -> str:
    if len(places) == 1:
        return gettext("My municipality: %(name)s") % {"name": places[0].municipality.name}
    return gettext("My municipality")
