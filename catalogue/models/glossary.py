"""The glossary: one Danish word for each thing, with what it is called in Norwegian and English and who uses it."""

from itertools import groupby
from typing import NamedTuple

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from catalogue.enums import TermCategory
from catalogue.models.story import StoryPage
from catalogue.models.wording import readable_slug
from catalogue.querysets import GlossaryManager, TermQuerySet, TermUseQuerySet
from core.models import BasePage


class Term(ClusterableModel):
    """/begreber/<key>/: a word and what it means. `forms` and `explain` tell where running text explains it."""

    key = models.SlugField(
        _("address"),
        max_length=60,
        unique=True,
        blank=True,
        help_text=_("What the address ends with. Left empty, it is made from the word."),
    )
    da = models.CharField(_("Danish"), max_length=80, unique=True)
    nb = models.CharField(_("Norwegian"), max_length=120, blank=True)
    en = models.CharField(_("English"), max_length=120, blank=True)
    category = models.CharField(_("belongs to"), max_length=16, choices=TermCategory)
    note = models.TextField(
        _("what it means"), max_length=400, blank=True, help_text=_("A sentence or two, in plain words.")
    )
    explain = models.BooleanField(
        _("explained where it is used"),
        default=False,
        help_text=_("The first time a page uses the word, readers can open the explanation there."),
    )
    forms = models.TextField(
        _("other forms"),
        blank=True,
        help_text=_("Short and irregular forms that mean the same, one on each line. Usual endings are known."),
    )

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")

    def __str__(self) -> str:
        return self.da

    def clean(self):
        self.key = self.key or readable_slug(self.da)

    def save(self, *args, **kwargs):
        self.key = self.key or readable_slug(self.da)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("catalogue:term", args=[self.key])

    @property
    def letter(self) -> str:
        return self.da[:1].upper()

    @property
    def spellings(self) -> list[str]:
        """The word as one may meet it, before its usual endings."""
        return [self.da, *(form.strip() for form in self.forms.splitlines() if form.strip())]


class TermSynonym(Orderable):
    """A word so close to the term that who looks for one should find the other."""

    term = ParentalKey(Term, on_delete=models.CASCADE, related_name="synonyms")
    word = models.CharField(_("word"), max_length=80)

    class Meta(Orderable.Meta):
        verbose_name = _("synonym")
        verbose_name_plural = _("synonyms")
        constraints = [models.UniqueConstraint(fields=["term", "word"], name="term_synonym_once")]

    def __str__(self) -> str:
        return self.word


class TermUse(models.Model):
    """A story uses the term. Found when the story is published and when the term changes (domain/glossary.py)."""

    term = models.ForeignKey(Term, on_delete=models.CASCADE, related_name="uses", verbose_name=_("term"))
    story = models.ForeignKey(StoryPage, on_delete=models.CASCADE, related_name="term_uses", verbose_name=_("story"))
    in_own_words = models.BooleanField(
        _("says what it means there"),
        default=False,
        help_text=_("It stands where the story tells how far the teams decide."),
    )

    objects = TermUseQuerySet.as_manager()

    class Meta:
        verbose_name = _("use of a term")
        verbose_name_plural = _("uses of terms")
        constraints = [models.UniqueConstraint(fields=["term", "story"], name="term_use_once")]

    def __str__(self) -> str:
        return f"{self.term}: {self.story}"


class Letter(NamedTuple):
    letter: str
    terms: list[Term]


class GlossaryIndexPage(BasePage):
    """/begreber/: every term, by letter, or those of one category when the address asks for it."""

    SLUG = "begreber"

    max_count = 1
    subpage_types: list[str] = []
    objects = GlossaryManager()

    class Meta:
        verbose_name = _("glossary")

    @property
    def fallback_description(self) -> str:
        return gettext("The words municipalities use about small, fixed teams, and what they mean by them.")

    def get_context(self, request, *args, **kwargs):
        category = request.GET.get("om", "")
        chosen = category if category in TermCategory else ""
        terms = Term.objects.in_danish_order()
        shown = terms.filter(category=chosen) if chosen else terms
        return super().get_context(request, *args, **kwargs) | {
            "letters": [Letter(letter, list(found)) for letter, found in groupby(shown, lambda term: term.letter)],
            "categories": TermCategory.choices,
            "chosen": chosen,
        }
