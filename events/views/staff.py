"""For those who run an event: who comes, who waits, and what went wrong."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_POST, require_safe

from accounts.domain.audit import record
from accounts.enums import AuditAction
from accounts.requests import SignedInRequest
from core.views.private import unkept
from events.domain.seats import SeatsSet, set_seats
from events.enums import Function, Status
from events.exports.attendees import SPREADSHEET, attendee_list
from events.filters import NAME_AND_WORKPLACE, AttendeeFilter, search
from events.forms import SeatsForm
from events.models import Event, EventPage, Registration
from events.rules import may_organise, may_read_registrations
from notifications.models import OutboxMessage

ROWS = 50


@unkept
@require_safe
@login_required
def my_events(request: HttpRequest) -> HttpResponse:
    context = {"events": Event.objects.staffed_by(request.user).with_seats(), "title": _("My events")}
    return render(request, "events/my_events.html", context)


@unkept
@require_safe
@login_required
def attendees(request: HttpRequest, slug: str) -> HttpResponse:
    event = get_object_or_404(Event.objects.visible_to(request.user), slug=slug)
    if may_read_registrations(request.user, event):
        return _whole_list(request, event, SeatsForm(initial={"seats": event.seats}))
    return _names(request, event)


@unkept
@require_POST
@login_required
def change_seats(request: HttpRequest, slug: str) -> HttpResponse:
    event = _organised(request, slug)
    form = SeatsForm(request.POST)
    if not form.is_valid():
        return _whole_list(request, event, form, status=422)
    outcome = set_seats(by=request.user, event=event, seats=form.cleaned_data["seats"])
    messages.success(request, _told(outcome, form.cleaned_data["seats"]))
    return redirect("events:attendees", slug=event.slug)


@unkept
@require_safe
@login_required
def download(request: SignedInRequest, slug: str) -> HttpResponse:
    event = _organised(request, slug)
    record(by=request.user, action=AuditAction.EXPORTED, about=event.title)
    headers = {"Content-Disposition": f'attachment; filename="deltagere-{event.slug}.xlsx"'}
    return HttpResponse(attendee_list(event), content_type=SPREADSHEET, headers=headers)


def _organised(request: HttpRequest, slug: str) -> Event:
    event = get_object_or_404(Event.objects.visible_to(request.user), slug=slug)
    if not may_organise(request.user, event):
        raise Http404
    return event


def _whole_list(request: HttpRequest, event: Event, seats_form: SeatsForm, *, status: int = 200) -> HttpResponse:
    registrations = Registration.objects.visible_to(request.user).filter(event=event)
    chosen = AttendeeFilter(request.GET)
    rows = chosen.narrow(registrations).with_queue_place().select_related("municipality")
    organises = may_organise(request.user, event)
    page_pk = EventPage.objects.filter(event=event).values_list("pk", flat=True).first() if organises else None
    context = {
        "event": event,
        "listing": Paginator(rows, ROWS).get_page(request.GET.get("side")),
        "chosen": chosen,
        "query": _without_page(request),
        "tabs": _tabs(registrations, chosen.status_shown),
        "by_municipality": _by_workplace(registrations),
        "by_function": _by_function(registrations),
        "failed": _failed_mails(registrations),
        "seats_form": seats_form,
        "may_organise": organises,
        "page_pk": page_pk,
        "title": event.title,
    }
    return render(request, "events/attendees.html", context, status=status)


def _names(request: HttpRequest, event: Event) -> HttpResponse:
    """Name and workplace, which is all that a check-in helper or a coordinator sees."""
    registrations = Registration.objects.visible_to(request.user).filter(event=event)
    text = request.GET.get("q", "").replace("\x00", "")[:100]
    rows = search(registrations, text, fields=NAME_AND_WORKPLACE).select_related("municipality").order_by("name", "pk")
    context = {
        "event": event,
        "listing": Paginator(rows, ROWS).get_page(request.GET.get("side")),
        "q": text,
        "query": _without_page(request),
        "title": event.title,
    }
    return render(request, "events/names.html", context)


def _without_page(request: HttpRequest) -> str:
    query = request.GET.copy()
    query.pop("side", None)
    return query.urlencode()


def _tabs(registrations, shown: Status) -> list[dict]:
    counts = dict(registrations.order_by().values_list("status").annotate(Count("pk")))
    return [
        {"status": status.value, "label": label, "count": counts.get(status.value, 0), "shown": status == shown}
        for status, label in zip(Status, tab_labels(), strict=True)
    ]


def tab_labels() -> list[str]:
    return [_("Coming"), _("Waiting"), _("Offered a seat"), pgettext("attendees", "Cancelled")]


def _by_workplace(registrations) -> list[list]:
    """Municipalities and other workplaces with how many come, most first."""
    coming = registrations.filter(status=Status.REGISTERED).with_workplace().order_by()
    counted = coming.values_list("workplace").annotate(number=Count("pk")).order_by("-number", "workplace")
    return [list(row) for row in counted]


def _by_function(registrations) -> list[list]:
    coming = registrations.filter(status=Status.REGISTERED).order_by()
    counts = dict(coming.values_list("function").annotate(Count("pk")))
    return [[function.label, counts.get(function.value, 0)] for function in Function]


def _failed_mails(registrations) -> list[dict]:
    """Whose mail never came through, newest first, with the address it was sent to."""
    prefix = f"{Registration._meta.label_lower}:"
    failed = OutboxMessage.objects.failed().filter(about__startswith=prefix).only("about", "recipient", "subject")
    mails = {int(mail.about.removeprefix(prefix)): mail for mail in reversed(list(failed[:500]))}
    people = registrations.filter(pk__in=mails).order_by("name")
    return [{"registration": person, "mail": mails[person.pk]} for person in people]


def _told(outcome: SeatsSet, seats: int) -> str:
    parts = [ngettext("There is now %(number)s seat.", "There are now %(number)s seats.", seats) % {"number": seats}]
    if outcome.offered:
        number = len(outcome.offered)
        parts.append(
            ngettext("%(number)s who waited was offered one.", "%(number)s who waited were offered one.", number)
            % {"number": number}
        )
    if outcome.over:
        number = outcome.over
        parts.append(
            ngettext("%(number)s more has a seat than that.", "%(number)s more have a seat than that.", number)
            % {"number": number}
        )
        parts.append(_("Nobody is thrown out, and no seat is passed on until it fits."))
    return " ".join(parts)
