"""Allauth's forms where a field has no label of its own, Wagtail's for people with one name, and ours."""

from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import SwitchInput
from wagtail.users.models import UserProfile

from accounts.domain.invitations import Invitee
from accounts.domain.memberships import appoint, dismiss
from accounts.domain.pasted_people import NAME_LENGTH, BadLine, Outcome, checked_address, checked_name
from accounts.domain.people import restore, set_administrator, suspend
from accounts.domain.sign_in import Provider
from accounts.enums import DeskRole, Role
from accounts.models import Invitation, MunicipalitySignIn, User
from accounts.openid import ProviderIsAway, describe, is_safe_address
from accounts.rules import desk_roles
from accounts.validators import mail_domains

ROLES = [(role.value, capfirst(role.label)) for role in Role]
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


class NameField(forms.CharField):
    """A person's name on one line. Spaces as pasted text has them become plain."""

    def __init__(self, **kwargs):
        super().__init__(max_length=NAME_LENGTH, **kwargs)

    def clean(self, value) -> str:
        name = " ".join(super().clean(value).split())
        try:
            return checked_name(name) if name else name
        except BadLine as error:
            raise forms.ValidationError(str(error)) from error


class InviteForm(forms.Form):
    """One person to invite to a municipality."""

    name = NameField(label=_("Name"), widget=forms.TextInput(attrs={"autocomplete": "off"}))
    email = forms.EmailField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": _("Something is wrong in the address. Write it like name@kommune.dk.")},
    )
    role = forms.ChoiceField(label=_("Role"), choices=ROLES, initial=Role.CONTRIBUTOR, widget=forms.RadioSelect)

    def clean_email(self) -> str:
        try:
            return checked_address(self.cleaned_data["email"])
        except BadLine as error:
            raise forms.ValidationError(str(error)) from error

    def invitee(self) -> Invitee:
        """Ask only a valid form."""
        return Invitee(**self.cleaned_data)


class DeskInviteForm(InviteForm):
    """One person to invite to the desk, to one of the roles that the inviter may give."""

    def __init__(self, *args, roles: tuple[DeskRole, ...], **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(role.value, capfirst(role.label)) for role in roles]
        only = roles[0] if len(roles) == 1 else None
        self.fields["role"] = forms.ChoiceField(
            label=_("Role"), choices=choices, initial=only, widget=forms.RadioSelect
        )


class PasteForm(forms.Form):
    lines = forms.CharField(
        label=_("One person on each line"),
        max_length=40_000,
        help_text=_(
            "Name, e-mail, role. Copy it from a spreadsheet or a mail. Without a role they become contributors."
        ),
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
    )

    @classmethod
    def with_wrong_lines(cls, outcome: Outcome) -> "PasteForm":
        """The form again with the wrong lines alone, each with what is wrong, ready to be corrected."""
        form = cls({"lines": outcome.to_correct})
        form.is_valid()
        for line in outcome.wrong:
            text = Truncator(line.text).chars(60)
            told = {"number": line.number, "text": text, "reason": line.reason}
            form.add_error("lines", gettext('Line %(number)s, "%(text)s": %(reason)s') % told)
        return form


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=ROLES, widget=forms.RadioSelect)


class CloseForm(forms.Form):
    reason = forms.CharField(
        label=_("Why?"),
        max_length=300,
        required=False,
        help_text=_("Stands in the log, which the municipality's coordinators can read."),
    )


class AcceptForm(forms.Form):
    """Who one is and how one will sign in: with the password, or with a passkey that is made on the next page."""

    name = NameField(label=_("Your name"), widget=forms.TextInput(attrs={"autocomplete": "name"}))
    password = forms.CharField(
        label=_("Choose a password"),
        strip=False,
        max_length=200,
        help_text=_("At least 12 characters. Three words after one another are good."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Choose a password, or use a passkey instead.")},
    )

    def __init__(self, *args, invitation: Invitation, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].initial = invitation.name
        self.fields["password"].required = not self.wants_passkey
        self.invitation = invitation

    @property
    def wants_passkey(self) -> bool:
        return "passkey" in self.data

    def clean(self) -> dict:
        cleaned = super().clean() or {}
        if self.wants_passkey:
            return cleaned | {"password": None}
        if "password" not in cleaned:
            return cleaned
        try:
            validate_password(cleaned["password"], User(email=self.invitation.email, name=cleaned.get("name", "")))
        except forms.ValidationError as error:
            self.add_error("password", error)
        return cleaned


class ProviderForm(forms.Form):
    """A municipality's own sign-in. The secret is asked for, and never shown again."""

    issuer = forms.CharField(
        label=_("Address of the sign-in (issuer)"),
        max_length=250,
        help_text=_("Such as https://login.microsoftonline.com/…/v2.0, exactly as it calls itself."),
        widget=forms.URLInput(attrs={"autocomplete": "off"}),
    )
    client_id = forms.CharField(
        label=_("Our name there (client id)"), max_length=200, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    client_secret = forms.CharField(
        label=_("Our secret there (client secret)"),
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    domains = forms.CharField(
        label=_("The municipality's mail domains"),
        max_length=250,
        required=False,
        validators=[mail_domains],
        help_text=_("Such as haderslev.dk. The coordinator decides whether an address there is enough to come in."),
    )

    def __init__(self, *args, kept: MunicipalitySignIn | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.kept = kept
        self.fields["client_secret"].required = not kept
        if kept:
            for name in ("issuer", "client_id", "domains"):
                self.fields[name].initial = getattr(kept, name)
            self.fields["client_secret"].help_text = _("We have one. Leave it empty to keep it.")

    def clean_issuer(self) -> str:
        issuer = self.cleaned_data["issuer"].strip()
        if not is_safe_address(issuer):
            raise forms.ValidationError(_("The address must begin with https://."))
        try:
            describe(issuer)
        except ProviderIsAway:
            raise forms.ValidationError(_("No sign-in answers there. Look the address over.")) from None
        return issuer

    def clean_client_secret(self) -> str:
        """A secret goes to the provider it was made for, and to no other."""
        secret, issuer = self.cleaned_data["client_secret"], self.cleaned_data.get("issuer")
        if self.kept and not secret and issuer and issuer != self.kept.issuer:
            raise forms.ValidationError(_("Another address has another secret. Write it here."))
        return secret

    def clean_domains(self) -> str:
        return " ".join(self.cleaned_data["domains"].lower().replace(",", " ").split())

    def provider(self) -> Provider:
        """Ask only a valid form."""
        return Provider(**self.cleaned_data)
