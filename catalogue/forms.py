from uuid import uuid4

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalogue.domain.reading_links import DAYS
from catalogue.models import StoryPage
from catalogue.models.reading_link import NAME_LENGTH
from core.validators import refuse_cpr

LONG = 2000


class TakeOverForm(forms.Form):
    reason = forms.CharField(
        label=_("Why do you take it over?"),
        help_text=_("The coordinators and whoever wrote the text get your words by mail, and they stay in the log."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONG,
        validators=[refuse_cpr],
        error_messages={"required": _("Write why. Nobody takes a step over without a reason.")},
    )


def in_days(days: int) -> str:
    return gettext("%(days)s days") % {"days": days}


class ReadingLinkForm(forms.Form):
    """A form that makes one link, however often it is sent: its key is made with the page it is shown on."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)
    for_whom = forms.CharField(
        label=_("Who is to read along?"),
        help_text=_("A name or a role, so that you can tell the links apart. Such as: the head of home care."),
        max_length=NAME_LENGTH,
        validators=[refuse_cpr],
        error_messages={"required": _("Write whom the link is for.")},
    )
    days = forms.TypedChoiceField(
        label=_("How long may it be read?"),
        coerce=int,
        initial=7,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how long."), "invalid_choice": _("Choose how long.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["days"].choices = [(days, in_days(days)) for days in DAYS]  # type: ignore[attr-defined]  # above


class ReaderApprovalForm(forms.Form):
    name = forms.CharField(
        label=_("Your name"),
        max_length=NAME_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        validators=[refuse_cpr],
        error_messages={"required": _("Write your name, so that they know who said yes.")},
    )
    comment = forms.CharField(
        label=_("Is there anything they should know?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONG,
        validators=[refuse_cpr],
    )

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())


class StoppedForm(forms.Form):
    line = forms.CharField(
        label=_("What happened?"),
        help_text=_("A line or two that others can learn from. It is shown when the municipality has approved it."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=StoryPage._meta.get_field("stopped_note").max_length,
        validators=[refuse_cpr],
        error_messages={"required": _("Write a line on what happened.")},
    )

    def clean_line(self) -> str:
        return " ".join(self.cleaned_data["line"].split())
