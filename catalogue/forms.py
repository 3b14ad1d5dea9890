from typing import Any
from uuid import uuid4

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalogue.domain.alike import reason_label
from catalogue.domain.likeness import Reason
from catalogue.domain.reading_links import DAYS
from catalogue.enums import SelfManagement, Status, Theme
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


def weight_name(reason: Reason) -> str:
    return f"v-{reason.value}"


class AlikeForm(forms.Form):
    """A municipality like mine: whose one is, what one is looking for, and what it is to count. Sent with GET."""

    WEIGHTS = (("0", _("does not count")), ("1", _("a little")), ("2", _("some")), ("3", _("much")))
    USUAL = {
        Reason.POPULATION: "2",
        Reason.REGION: "1",
        Reason.SELF_MANAGEMENT: "1",
        Reason.STATUS: "2",
        Reason.THEMES: "3",
    }

    kommune = forms.ChoiceField(label=_("Your municipality"))
    tema = forms.MultipleChoiceField(
        label=_("Themes you want to read about"),
        choices=[(theme.value, capfirst(theme.label)) for theme in Theme],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    status = forms.ChoiceField(label=_("How far are you?"), required=False)
    trin = forms.ChoiceField(label=_("How much do the teams manage themselves?"), required=False)

    def __init__(self, data=None, *, names: list[tuple[str, str]]):
        super().__init__(data, auto_id="ligner-%s")
        unknown = ("", _("Leave it out"))
        self.offer("kommune", [("", _("Choose a municipality")), *names])
        self.offer("status", [unknown, *((each.value, capfirst(each.label)) for each in Status)])
        self.offer("trin", [unknown, *((str(each.value), capfirst(each.label)) for each in SelfManagement)])
        for reason, usual in self.USUAL.items():
            weight = forms.ChoiceField(label=reason_label(reason), choices=self.WEIGHTS, initial=usual)
            self.fields[weight_name(reason)] = weight

    def offer(self, name: str, choices: list):
        field: Any = self.fields[name]
        field.choices = choices

    @classmethod
    def usual_weights(cls) -> dict[str, str]:
        return {weight_name(reason): usual for reason, usual in cls.USUAL.items()}

    @property
    def weight_fields(self) -> list:
        return [self[weight_name(reason)] for reason in self.USUAL]

    @property
    def is_weighed(self) -> bool:
        """Somebody has turned the weights."""
        return self.is_bound and any(self.data.get(name) != usual for name, usual in self.usual_weights().items())

    def weights(self) -> dict[Reason, int]:
        """What was chosen; where nothing known was, what is usual."""
        return {reason: int(self.chosen(weight_name(reason)) or usual) for reason, usual in self.USUAL.items()}

    def chosen(self, name: str):
        return self.cleaned_data.get(name) or ""
