"""The programme of an event: times, and what happens in each track."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.blocks import StructBlockValidationError

from events.enums import Track

EXAMPLE_SESSION = {
    "track": Track.LEADERS,
    "title": "Når du ikke længere skal løse alt",
    "text": "Om at vente, mens teamet finder sin egen løsning.",
}


class TimedBlock(blocks.StructBlock):
    starts = blocks.TimeBlock(label=_("From"))
    ends = blocks.TimeBlock(label=_("To"))

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned["ends"] <= cleaned["starts"]:
            raise StructBlockValidationError({"ends": ValidationError(_("This must be later than the start."))})
        return cleaned


class SessionBlock(blocks.StructBlock):
    track = blocks.ChoiceBlock(choices=Track.choices, default=Track.EVERYONE, label=_("For whom"))
    title = blocks.CharBlock(max_length=120, label=_("Title"))
    text = blocks.TextBlock(required=False, max_length=500, rows=3, label=_("What it is about"))

    class Meta:
        icon = "group"
        label = _("Session")
        description = _("One session, and whom it is for.")
        template = "events/blocks/session.html"
        preview_value = EXAMPLE_SESSION

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        return context | {"track_name": Track(value["track"]).label}


class SlotBlock(TimedBlock):
    sessions = blocks.ListBlock(SessionBlock(), min_num=1, max_num=4, label=_("Sessions beside each other"))

    class Meta:
        icon = "time"
        label = pgettext_lazy("programme", "Sessions")
        description = _("A stretch of time with one session for everyone, or one in each track.")
        template = "events/blocks/slot.html"
        preview_value = {"starts": "10:00", "ends": "10:45", "sessions": [EXAMPLE_SESSION]}


class BreakBlock(TimedBlock):
    text = blocks.CharBlock(max_length=120, label=_("What happens"))

    class Meta:
        icon = "coffee"
        label = _("Break")
        description = _("Coffee, lunch, arrival: time without sessions.")
        template = "events/blocks/break.html"
        preview_value = {"starts": "12:00", "ends": "13:00", "text": "Frokost"}


class ProgrammeBlock(blocks.StreamBlock):
    slot = SlotBlock()
    pause = BreakBlock()
