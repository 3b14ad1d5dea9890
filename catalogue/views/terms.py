"""Where the desk writes the glossary."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.viewsets.model import ModelViewSet

from catalogue.domain.glossary import terms_changed
from catalogue.models import Term


class TermForm(WagtailAdminModelForm):
    def save(self, commit: bool = True) -> Term:
        term = super().save(commit)
        if commit:
            terms_changed(by=self.for_user)
        return term


class TermViewSet(ModelViewSet):
    model = Term
    icon = "openquote"
    menu_label = _("Glossary")
    menu_name = "glossary"
    menu_order = 450  # after pictures and documents
    add_to_admin_menu = True
    list_display = ["da", "category", "explain"]
    list_filter = ["category", "explain"]
    search_fields = ["da", "nb", "en", "note"]
    ordering = ["da"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("da"),
            FieldPanel("note"),
            FieldRowPanel([FieldPanel("nb"), FieldPanel("en")]),
            FieldPanel("category"),
            InlinePanel(
                "synonyms",
                heading=_("Words close to it"),
                label=_("word"),
                help_text=_("Who searches for one of them finds the others too."),
            ),
            MultiFieldPanel([FieldPanel("explain"), FieldPanel("forms")], heading=_("Where it is explained")),
            FieldPanel("key"),
        ],
        base_form_class=TermForm,
    )
