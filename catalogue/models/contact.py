from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel


class Contact(models.Model):
    """Somebody to ask. Shown only when that person has agreed to it; a role alone names nobody."""

    contact_name = models.CharField(_("contact, name"), max_length=120, blank=True, default="")
    contact_role = models.CharField(_("contact, role"), max_length=120, blank=True, default="")
    contact_email = models.EmailField(_("contact, e-mail"), blank=True, default="")
    contact_agreed = models.BooleanField(
        _("the person has agreed to be shown here"),
        default=False,
        help_text=_("Name, role and e-mail are shown to everyone only when this is ticked."),
    )

    class Meta:
        abstract = True

    @property
    def has_contact(self) -> bool:
        return self.contact_agreed and bool(self.contact_name or self.contact_role or self.contact_email)


def contact_panel() -> MultiFieldPanel:
    return MultiFieldPanel(
        [
            FieldRowPanel(
                [
                    FieldPanel("contact_name", heading=_("Name")),
                    FieldPanel("contact_role", heading=_("Role")),
                    FieldPanel("contact_email", heading=_("E-mail")),
                ]
            ),
            FieldPanel("contact_agreed"),
        ],
        heading=_("Contact"),
    )
