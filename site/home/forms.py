import datetime
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from catalogue.domain.diary import Note, kept_photo
from catalogue.models import MunicipalityPage, StoryPage
from core.forms import PictureField
from core.models import SitePicture
from core.validators import refuse_cpr
from home.models.answer import LINE_LENGTH

TITLE_LENGTH = StoryPage._meta.get_field("title").max_length
FIRST_DAY = datetime.date(2000, 1, 1)


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


class PhotoField(PictureField):
    """A phone offers its camera and its photos. Phones mostly send JPEG; HEIC is made into one (core.uploads)."""

    widget = forms.FileInput(attrs={"accept": "image/*"})

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.help_text = _("Take one now, or choose one you have. Where and when it was taken is removed.")


def not_in_the_future(day: datetime.date) -> None:
    if not FIRST_DAY <= day <= timezone.localdate():
        raise ValidationError(_("Choose a day that has been: today or earlier."))


class DiaryForm(WritingForm):
    """An entry. `places` are the municipalities the writer may choose between, each with its page.

    A photo that came with a form where something else was wrong is kept, and `kept` says which: a browser forgets it.
    """

    place = forms.ChoiceField(
        label=_("Which municipality?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a municipality.")},
    )
    text = forms.CharField(
        label=_("What happened today?"),
        help_text=_("A few lines are enough. Never write names or anything that can identify a citizen."),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=5000,
        validators=[refuse_cpr],
        error_messages={"required": _("Write a line or two about today.")},
    )
    photo = PhotoField(label=_("Photo"), required=False)
    kept = forms.IntegerField(widget=forms.HiddenInput, required=False)
    seen = forms.CharField(
        label=_("What does one see in the photo?"),
        help_text=_("Only if you add one. Your words are read out to those who cannot see it."),
        max_length=250,
        required=False,
        validators=[refuse_cpr],
    )
    title = forms.CharField(
        label=_("Headline"),
        help_text=_("Left empty, your first line is the title."),
        max_length=TITLE_LENGTH,
        required=False,
        validators=[refuse_cpr],
    )
    date = forms.DateField(
        label=_("Day"),
        initial=timezone.localdate,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        validators=[not_in_the_future],
        error_messages={
            "required": _("Choose a day."),
            "invalid": _("Write the day as day, month and year: 22-11-2026."),
        },
    )

    def __init__(self, data=None, files=None, *, user, places: list[MunicipalityPage], chosen: str = ""):
        self.user, self.places = user, {place.municipality.slug: place for place in places}
        slug = chosen if chosen in self.places else next(iter(self.places))
        super().__init__(data, files, initial={"place": slug})
        field: Any = self.fields["place"]
        field.choices = [(slug, page.municipality.name) for slug, page in self.places.items()]
        if len(self.places) == 1:
            field.widget = forms.HiddenInput()

    @property
    def under(self) -> MunicipalityPage:
        return self.places[self.cleaned_data["place"]]

    @property
    def kept_picture(self) -> SitePicture | None:
        """The photo of an earlier try, where it is this person's own."""
        pk = self.cleaned_data.get("kept") if self.is_bound else None
        if not pk or "place" not in self.cleaned_data:
            return None
        return kept_photo(by=self.user, under=self.under, pk=pk)

    def show_kept(self, picture: SitePicture) -> None:
        """Show `picture` as the photo chosen, where the form is shown again."""
        self.cleaned_data["kept"] = picture.pk

    def clean(self):
        told = super().clean() or {}
        if told.get("photo") or told.get("kept"):
            if not told.get("seen") and "seen" not in self.errors:
                self.add_error("seen", gettext("Write in a few words what one sees in the photo."))
            if not told.get("photo") and "photo" not in self.errors and self.kept_picture is None:
                self.add_error("photo", gettext("Choose the photo again."))
        return told

    def note(self) -> Note:
        told = self.cleaned_data
        words = {name: told[name] for name in ("text", "title", "date", "seen")}
        return Note(photo=told["photo"] or self.kept_picture, **words)


class UsefulForm(forms.Form):
    """Was the page of use? The names are the address's, so they are Danish."""

    svar = forms.ChoiceField(
        label=_("Was the page of use to you?"),
        choices=(("ja", _("Yes")), ("nej", _("No"))),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no."), "invalid_choice": _("Choose yes or no.")},
    )
    linje = forms.CharField(
        label=_("What was of use, or what was missing?"),
        help_text=_("One line. No names, and nothing by which a citizen can be known."),
        max_length=LINE_LENGTH,
        required=False,
        validators=[refuse_cpr],
    )
