"""Danish where Wagtail asks for no translation: fields that Django names after themselves.

The rest of Wagtail's Danish stands in locale_wagtail. tests/core/test_admin_speaks_danish.py reads the screens.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import choosers
from wagtail.contrib.redirects.forms import ConfirmImportForm
from wagtail.users.views.bulk_actions.assign_role import RoleForm

LABELS = {
    "body": _("Message"),
    "email_address": _("Email address"),
    "link_text": _("Link text"),
    "permanent": _("Permanent"),
    "phone_number": _("Phone number"),
    "role": _("Role"),
    "subject": _("Subject"),
}
FORMS = (
    choosers.ExternalLinkChooserForm,
    choosers.AnchorLinkChooserForm,
    choosers.EmailLinkChooserForm,
    choosers.PhoneLinkChooserForm,
    ConfirmImportForm,
    RoleForm,
)


def label_wagtails_fields() -> None:
    """Give each such field a label that can be translated."""
    for form in FORMS:
        for name, field in form.base_fields.items():
            if field.label is None and name in LABELS:
                field.label = LABELS[name]
