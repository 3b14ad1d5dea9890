from catalogue.models.approval import CoordinatorApproval, DeskApproval
from catalogue.models.article import ArticlePage, ArticleSource, KnowledgeIndexPage
from catalogue.models.catalogue_change import CatalogueChange
from catalogue.models.diary import DiaryEntryPage, DiaryPage
from catalogue.models.edition import EditionChapter, EditionPage, FrozenChapter, FrozenEdition
from catalogue.models.glossary import GlossaryIndexPage, Term, TermSynonym, TermUse
from catalogue.models.guide import GuidePage, GuideSource, GuideStepPage
from catalogue.models.municipality_index_page import MunicipalityIndexPage
from catalogue.models.municipality_page import MunicipalityPage
from catalogue.models.pages import CatalogueIndexPage
from catalogue.models.reading_link import ReaderApproval, ReadingLink
from catalogue.models.story import StoryPage, StoryProfession, StorySource, StoryTheme

__all__ = [
    "ArticlePage",
    "ArticleSource",
    "CatalogueChange",
    "CatalogueIndexPage",
    "CoordinatorApproval",
    "DeskApproval",
    "DiaryEntryPage",
    "DiaryPage",
    "EditionChapter",
    "EditionPage",
    "FrozenChapter",
    "FrozenEdition",
    "GlossaryIndexPage",
    "GuidePage",
    "GuideSource",
    "GuideStepPage",
    "KnowledgeIndexPage",
    "MunicipalityIndexPage",
    "MunicipalityPage",
    "ReaderApproval",
    "ReadingLink",
    "StoryPage",
    "StoryProfession",
    "StorySource",
    "StoryTheme",
    "Term",
    "TermSynonym",
    "TermUse",
]
