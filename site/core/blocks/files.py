from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock


class FileBlock(blocks.StructBlock):
    document = DocumentChooserBlock(label=_("File"))
    text = blocks.CharBlock(label=_("What is in it"), max_length=250, required=False)

    class Meta:
        icon = "doc-full"
        label = _("File to download")
        description = _("A file with its kind and size, and what is in it.")
        template = "blocks/file.html"

    def get_preview_value(self):
        """The newest file there is: a file cannot be made up."""
        newest = self.child_blocks["document"].model_class.objects.order_by("-pk").first()
        return self.normalize({"document": newest, "text": "Eksempel på en beskrivelse af filen."})
