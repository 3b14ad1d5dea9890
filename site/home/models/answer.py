from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

LINE_LENGTH = 300


class PageAnswer(models.Model):
    """What a reader said of a page: of use or not, and a line. Nothing tells who: no address, no browser, no time of
    day. Kept for as long as `home.domain.useful.KEPT` says.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+", verbose_name=_("page"))
    useful = models.BooleanField(_("of use"))
    line = models.CharField(_("why"), max_length=LINE_LENGTH, blank=True, default="")
    on = models.DateField(_("day"), default=timezone.localdate)

    class Meta:
        verbose_name = _("answer to a page")
        verbose_name_plural = _("answers to pages")
        ordering = ["-on", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.on}: {self.line}"
