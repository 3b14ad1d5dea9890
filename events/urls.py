from django.urls import path

import core.converters  # noqa: F401 (registers the converter `token`)
from events.views import link, registering, staff

app_name = "events"
urlpatterns = [
    path("arrangementer/<slug:slug>/tilmeld/", registering.register_for, name="register"),
    path("arrangementer/<slug:slug>/tilmeld/allerede/", registering.already_registered, name="already"),
    path("arrangementer/<slug:slug>/kalender.ics", registering.calendar_file, name="event-calendar"),
    path("tilmelding/<token:token>/", link.registration, name="registration"),
    path("tilmelding/<token:token>/aendr/", link.change_registration, name="change"),
    path("tilmelding/<token:token>/afmeld/", link.cancel_registration, name="cancel"),
    path("tilmelding/<token:token>/tag-pladsen/", link.accept, name="accept"),
    path("tilmelding/<token:token>/sig-nej/", link.decline, name="decline"),
    path("tilmelding/<token:token>/kalender.ics", link.calendar_file, name="registration-calendar"),
    path("arrangoer/", staff.my_events, name="my-events"),
    path("arrangoer/<slug:slug>/", staff.attendees, name="attendees"),
    path("arrangoer/<slug:slug>/pladser/", staff.change_seats, name="seats"),
    path("arrangoer/<slug:slug>/deltagere.xlsx", staff.download, name="attendee-list"),
]
