import re
import uuid

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import Municipality
from core.validators import refuse_cpr
from events.domain.registrations import Attendee
from events.enums import Function
from events.models import Registration
from events.validators import refuse_unprintable, refuse_unsendable, refuse_web_address

INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")  # soft hyphens and marks without width
DANISH_LETTERS = str.maketrans({"æ": "z1", "ø": "z2", "å": "z3"})


def danish_order(name: str) -> str:
    """A key that sorts as a Danish index does: æ, ø and å last, and aa with å."""
    return name.casefold().replace("aa", "å").translate(DANISH_LETTERS)


class OneLineField(forms.CharField):
    """A line of free text without CPR numbers or web addresses. Odd spaces, as pasted text has them, become plain."""

    default_validators = [refuse_unprintable, refuse_cpr, refuse_web_address]

    def to_python(self, value) -> str:
        return " ".join(INVISIBLE.sub("", super().to_python(value) or "").split())


ELSEWHERE = "elsewhere"


class MunicipalityField(forms.ChoiceField):
    """A select of the municipalities, the Danish first, in Danish order, and last the choice to come from elsewhere.

    One query, also when it is checked. Clean, it is a municipality, or None for who comes from elsewhere.
    """

    def fill(self) -> None:
        found = Municipality.objects.open().only("pk", "name", "official_name", "country")
        self.by_pk = {str(municipality.pk): municipality for municipality in found}
        danish = [each for each in self.by_pk.values() if each.country == "DK"]
        guests = [each for each in self.by_pk.values() if each.country != "DK"]
        groups = [(_("Danish municipalities"), _options(danish)), (_("Guests from abroad"), _options(guests))]
        self.choices = [
            ("", _("Choose")),
            *((name, options) for name, options in groups if options),
            (ELSEWHERE, _("Another workplace")),
        ]

    def clean(self, value) -> Municipality | None:
        return self.by_pk.get(super().clean(value))


def _options(municipalities: list[Municipality]) -> list[tuple[str, str]]:
    return [(str(each.pk), each.name) for each in sorted(municipalities, key=lambda each: danish_order(each.name))]


class AttendeeForm(forms.Form):
    """What we ask of who comes, and nothing more."""

    name = OneLineField(
        label=_("Name"),
        max_length=120,
        help_text=_("As it should stand on the name badge."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Write your name, as it should stand on the name badge.")},
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        validators=[refuse_unsendable, refuse_cpr],
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Write an e-mail address that we can send the confirmation to."),
            "invalid": _("Something is missing in the address. Write it like name@kommune.dk."),
        },
    )
    function = forms.ChoiceField(
        label=_("Your role"),
        choices=Function.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the role that fits best.")},
    )
    municipality = MunicipalityField(
        label=_("Municipality"),
        error_messages={
            "required": _("Choose your municipality. If you come from elsewhere, choose the last on the list."),
            "invalid_choice": _("Choose a municipality from the list."),
        },
    )
    organisation = OneLineField(
        label=_("Which workplace?"),
        max_length=160,
        required=False,
        help_text=_("Only if you chose another workplace above."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    show_on_list = forms.BooleanField(
        label=_("The other attendees may see my name and workplace on the list of attendees"), required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["municipality"].fill()  # type: ignore[attr-defined]  # the field declared above

    def clean(self) -> dict:
        cleaned = super().clean() or {}
        if "municipality" not in cleaned or "organisation" not in cleaned:
            return cleaned
        municipality, organisation = cleaned["municipality"], cleaned["organisation"]
        if municipality and organisation:
            both = _("You have chosen a municipality. Empty this, or choose another workplace.")
            self.add_error("organisation", both)
        elif not (municipality or organisation):
            self.add_error("organisation", _("Write where you work."))
        return cleaned

    def attendee(self) -> Attendee:
        """Ask only a valid form."""
        return Attendee(**{name: self.cleaned_data[name] for name in AttendeeForm.base_fields})


class RegistrationForm(AttendeeForm):
    """The public form. `key` makes repeated clicks one registration; `website` is for robots, hidden from people."""

    key = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    website = forms.CharField(
        label=pgettext_lazy("honeypot", "Leave this field empty"),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    def clean_key(self) -> str:
        return self.cleaned_data["key"] or uuid.uuid4().hex

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise forms.ValidationError(_("A field that only robots fill in was filled in. Empty it and try again."))
        return ""

    @staticmethod
    def new_key() -> dict[str, str]:
        return {"key": uuid.uuid4().hex}


class ChangeForm(AttendeeForm):
    """The same questions to somebody who has answered them."""

    def __init__(self, *args, registration: Registration, **kwargs):
        initial = {name: getattr(registration, name) for name in AttendeeForm.base_fields}
        initial["municipality"] = registration.municipality_id or ELSEWHERE
        super().__init__(*args, initial=initial, **kwargs)


class SeatsForm(forms.Form):
    seats = forms.IntegerField(
        label=_("Number of seats"),
        min_value=1,
        max_value=20_000,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            "required": _("Write how many seats there are."),
            "invalid": _("Write the number with digits."),
            "min_value": _("There must be at least one seat."),
        },
    )
