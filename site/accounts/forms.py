"""Allauth's forms where a field has no label of its own."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django.utils.translation import gettext_lazy as _

KEY_NAME = _("What do you call it?")
KEY_EXAMPLE = _("Such as my telephone, or the computer at work.")


class AddKeyForm(AddWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = KEY_NAME
        self.fields["name"].help_text = KEY_EXAMPLE
        # Most who come here want to sign in with the telephone's own lock and nothing else.
        self.fields["passwordless"].initial = True


class EditKeyForm(EditWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = KEY_NAME
        self.fields["name"].help_text = KEY_EXAMPLE
