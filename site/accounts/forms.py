"""Allauth's forms where a field has no label of its own, and Wagtail's where our people have a name and no more."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import SwitchInput
from wagtail.users.models import UserProfile

from accounts.domain.memberships import appoint, dismiss
from accounts.domain.people import restore, set_administrator, suspend
from accounts.enums import DeskRole
from accounts.models import User
from accounts.rules import desk_roles

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


class NameForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ("name",)
        labels = {"name": _("Your name")}
        help_texts = {"name": _("It stands beside your comments, and your colleagues see it.")}


class CommentMailsForm(forms.ModelForm):
    class Meta:
        model = UserProfile
        fields = ("updated_comments_notifications",)
        labels = {"updated_comments_notifications": _("Comments")}
        help_texts = {
            "updated_comments_notifications": _(
                "You get a mail when somebody comments on a text of yours, or answers a comment you have part in."
            )
        }
        widgets = {"updated_comments_notifications": SwitchInput()}


class PersonForm(WagtailAdminModelForm):
    """What an administrator changes about somebody. Each change is made by the domain, which writes it in the log."""

    desk = forms.MultipleChoiceField(
        label=_("Roles outside the municipalities"),
        choices=DeskRole,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Roles in a municipality are given there, by invitation."),
    )

    class Meta:
        model = User
        fields = ("name", "is_active", "is_superuser")
        labels = {"is_superuser": _("Administrator")}
        help_texts = {
            "is_active": _("Taken away, every open session ends at once. What the person wrote stays."),
            "is_superuser": _("May do everything in the editor, and give others these rights."),
        }

    def __init__(self, *args, editing_self: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["desk"].initial = sorted(desk_roles(self.instance))
        if editing_self:  # nobody locks the door behind themselves
            del self.fields["is_active"], self.fields["is_superuser"]

    def save(self, commit: bool = True) -> User:
        user, by, told = self.instance, self.for_user, self.cleaned_data
        user.save(update_fields=["name"])
        if "is_active" in self.changed_data:
            (restore if told["is_active"] else suspend)(by=by, user=user)
        if "is_superuser" in self.changed_data:
            set_administrator(by=by, user=user, yes=told["is_superuser"])
        for role in DeskRole:
            (appoint if role in told["desk"] else dismiss)(by=by, user=user, role=role)
        return user
