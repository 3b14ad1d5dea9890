"""The public form. No account: what somebody gets is a secret link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from core.views.private import unkept
from events.domain.errors import AlreadyRegistered, RegistrationClosed
from events.domain.registrations import register, resend_link
from events.exports.calendar import event_calendar
from events.forms import RegistrationForm
from events.models import Event
from events.views.limits import SECONDS, is_over_limit


@unkept
@require_http_methods(["GET", "HEAD", "POST"])
def register_for(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(Event.objects.public().with_seats(), slug=slug)
    if not event.takes_registrations:
        return _closed(request, event)
    if request.method != "POST":
        return _form(request, event, RegistrationForm(initial=RegistrationForm.new_key()))
    form = RegistrationForm(request.POST)
    if is_over_limit(request):
        return _form(request, event, form, status=429)
    if not form.is_valid():
        return _form(request, event, form, status=422)
    return _register(request, event, form)


@unkept
@require_safe
def already_registered(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(Event.objects.public(), slug=slug)
    return render(request, "events/already.html", {"event": event, "title": _("You are already on the list")})


@require_safe
def calendar_file(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(Event.objects.public(), slug=slug)
    return calendar_response(event_calendar(event), name=event.slug)


def calendar_response(content: bytes, *, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


def _register(request: HttpRequest, event: Event, form: RegistrationForm) -> HttpResponse:
    try:
        registration = register(event=event, attendee=form.attendee(), idempotency_key=form.cleaned_data["key"])
    except AlreadyRegistered as error:
        resend_link(registration=error.registration)
        return redirect("events:already", slug=event.slug)
    except RegistrationClosed as error:
        return _closed(request, error.event)
    return redirect(registration)


def _form(request: HttpRequest, event: Event, form: RegistrationForm, *, status: int = 200) -> HttpResponse:
    context = {"event": event, "form": form, "over_limit": status == 429, "title": _("Register")}
    response = render(request, "events/register.html", context, status=status)
    if status == 429:
        response["Retry-After"] = str(SECONDS)
    return response


def _closed(request: HttpRequest, event: Event) -> HttpResponse:
    status = 409 if request.method == "POST" else 200
    return render(request, "events/closed.html", {"event": event, "title": _("Register")}, status=status)
