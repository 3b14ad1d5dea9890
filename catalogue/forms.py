from django import forms
from django.utils.translation import gettext_lazy as _

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
