from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.enums import Function, Status
from events.querysets import RegistrationQuerySet

NAME_AND_WORKPLACE = ("name", "organisation", "municipality__name")
EVERYTHING = (*NAME_AND_WORKPLACE, "email")


class AttendeeFilter(forms.Form):
    """How an organiser narrows the list. What is not understood narrows nothing."""

    status = forms.ChoiceField(choices=Status.choices, required=False)
    q = forms.CharField(label=_("Search for a name, address or workplace"), max_length=100, required=False)
    function = forms.ChoiceField(label=_("Role"), choices=[("", _("All roles")), *Function.choices], required=False)

    def __init__(self, data):
        super().__init__(data)
        self.is_valid()

    @property
    def status_shown(self) -> Status:
        return Status(self.cleaned_data.get("status") or Status.REGISTERED)

    def narrow(self, registrations: RegistrationQuerySet) -> RegistrationQuerySet:
        """Those with the chosen status, in the order one reads them: the queue by ticket, the others by name."""
        found = registrations.filter(status=self.status_shown)
        if function := self.cleaned_data.get("function"):
            found = found.filter(function=function)
        in_line = self.status_shown in (Status.WAITING, Status.OFFERED)
        return search(found, self.cleaned_data.get("q", "")).order_by("ticket" if in_line else "name", "pk")


def search(
    registrations: RegistrationQuerySet, text: str, *, fields: tuple[str, ...] = EVERYTHING
) -> RegistrationQuerySet:
    """Each word must stand in one of `fields`. Search no field that the reader may not see."""
    for word in text.split()[:6]:
        found = Q()
        for field in fields:
            found |= Q(**{f"{field}__icontains": word})
        registrations = registrations.filter(found)
    return registrations
