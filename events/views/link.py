"""What somebody may see and do with the secret link in the mail. It shows on GET and acts on POST."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.views.private import by_secret_link
from events.domain.errors import AlreadyRegistered, NoOffer, RegistrationError
from events.domain.offers import accept_offer, decline_offer
from events.domain.registrations import cancel, change
from events.enums import Status
from events.exports.calendar import registration_calendar
from events.forms import ChangeForm
from events.models import Registration
from events.views.registering import calendar_response

REGISTRATIONS = Registration.objects.select_related("event", "municipality")


@by_secret_link
@require_safe
def registration(request: HttpRequest, token: str) -> HttpResponse:
    return _show(request, _find(token))


@by_secret_link
@require_http_methods(["GET", "HEAD", "POST"])
def change_registration(request: HttpRequest, token: str) -> HttpResponse:
    found = _find_to_change(request, token)
    if not isinstance(found, Registration):
        return found
    form = ChangeForm(request.POST or None, registration=found)
    if request.method == "POST" and form.is_valid():
        try:
            changed = change(registration=found, attendee=form.attendee())
        except AlreadyRegistered:
            form.add_error("name", _("Somebody with this name and address is already on the list."))
        except RegistrationError:
            return redirect(found)
        else:
            messages.success(request, _("Your changes are saved."))
            return redirect(changed)
    if not found.is_active:
        return redirect(found)
    context = {"registration": found, "form": form, "title": _("Change your registration")}
    return render(request, "events/change.html", context, status=422 if form.errors else 200)


@by_secret_link
@require_http_methods(["GET", "HEAD", "POST"])
def cancel_registration(request: HttpRequest, token: str) -> HttpResponse:
    found = _find(token)
    if request.method == "POST":
        return _act(request, found, cancel)
    if not found.is_active:
        return redirect(found)
    return render(request, "events/cancel.html", {"registration": found, "title": _("Cancel your registration")})


@by_secret_link
@require_POST
def accept(request: HttpRequest, token: str) -> HttpResponse:
    return _act(request, _find(token), accept_offer)


@by_secret_link
@require_POST
def decline(request: HttpRequest, token: str) -> HttpResponse:
    return _act(request, _find(token), decline_offer)


@by_secret_link
@require_safe
def calendar_file(request: HttpRequest, token: str) -> HttpResponse:
    found = _find(token)
    if found.status != Status.REGISTERED:
        raise Http404
    return calendar_response(registration_calendar(found), name=found.event.slug)


def _find(token: str) -> Registration:
    return get_object_or_404(REGISTRATIONS, token=token)


def _find_to_change(request: HttpRequest, token: str) -> Registration | HttpResponse:
    """By the link, or, for a second click on Save, by the link that the first click replaced.

    The old link opens nothing by itself: what is sent must be what the registration holds already.
    """
    found = REGISTRATIONS.filter(token=token).first()
    if found or request.method != "POST":
        return found or _find(token)
    moved = get_object_or_404(REGISTRATIONS, retired_token=token)
    form = ChangeForm(request.POST, registration=moved)
    if not form.is_valid() or form.attendee().values() != _told(moved):
        raise Http404
    return redirect(moved)


def _told(registration: Registration) -> dict:
    return {name: getattr(registration, name) for name in ChangeForm.base_fields} | {"is_demo": False}


def _act(request: HttpRequest, found: Registration, action: Callable[..., Registration]) -> HttpResponse:
    """Take the step and show where the registration stands; when the step could not be taken, that and why."""
    try:
        return redirect(action(registration=found))
    except NoOffer:
        return _show(request, _find(found.token), refused="offer", status=409)
    except RegistrationError:
        return _show(request, _find(found.token), refused="late", status=409)


def _show(request: HttpRequest, found: Registration, *, refused: str = "", status: int = 200) -> HttpResponse:
    context = {
        "registration": found,
        "event": found.event,
        "refused": refused,
        "again_url": reverse("events:register", args=[found.event.slug]),
        "title": _("Your registration"),
    }
    return render(request, "events/registration.html", context, status=status)
