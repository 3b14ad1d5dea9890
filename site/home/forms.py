from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from catalogue.models import StoryPage

TITLE_LENGTH = StoryPage._meta.get_field("title").max_length


class WritingForm(forms.Form):
    """A form that makes one text, however often it is sent: its token is made with the page it is shown on."""

    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4)


class StartStoryForm(WritingForm):
    title = forms.CharField(
        label=_("What is the story called?"),
        help_text=_("What you would tell a colleague in one line. You can change it later."),
        max_length=TITLE_LENGTH,
        error_messages={"required": _("Write a title. A few words are enough.")},
    )


class DiaryForm(WritingForm):
    text = forms.CharField(
        label=_("What happened today?"),
        help_text=_("A few lines are enough. Never write names or anything that can identify a citizen."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=5000,
        error_messages={"required": _("Write a line or two about today.")},
    )
