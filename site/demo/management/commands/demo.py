from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from demo.seed.articles import seed_articles
from demo.seed.conference import seed_conference
from demo.seed.course import seed_course
from demo.seed.editions import seed_editions
from demo.seed.glossary import seed_glossary
from demo.seed.guide import seed_guide
from demo.seed.many_stories import seed_many_stories
from demo.seed.municipalities import seed_municipalities
from demo.seed.pages import seed_pages
from demo.seed.people import seed_invitation, seed_people
from demo.seed.stories import seed_stories
from demo.seed.writing import seed_writing

STEPS = (
    seed_municipalities,
    seed_people,
    seed_invitation,
    seed_pages,
    seed_glossary,
    seed_articles,
    seed_stories,
    seed_editions,
    seed_writing,
    seed_guide,
    seed_course,
    seed_conference,
)


class Command(BaseCommand):
    help = "Fill the site with the real stories and marked demo content. Run twice, it keeps what is there."

    def add_arguments(self, parser):
        parser.add_argument("--stories", type=int, default=0, help="Add made-up stories until there are so many.")

    def handle(self, *args, stories, **options):
        for step in STEPS:
            with transaction.atomic():
                step()
            self.stdout.write((step.__doc__ or "").split(".")[0])
        call_command("index_search", if_empty=True, verbosity=0)
        if stories:
            self.stdout.write(f"{seed_many_stories(stories)} made-up stories")
