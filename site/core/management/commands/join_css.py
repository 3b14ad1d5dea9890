from django.core.management.base import BaseCommand, CommandError

from core import stylesheet


class Command(BaseCommand):
    help = "Join the stylesheets in static/core/css/ into static/core/site.css, which is committed."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="change nothing; fail when site.css is out of date")

    def handle(self, *args, **options):
        css = stylesheet.joined()
        if not options["check"]:
            stylesheet.JOINED.write_text(css)
        elif not stylesheet.JOINED.exists() or stylesheet.JOINED.read_text() != css:
            raise CommandError("site.css is out of date: run manage.py join_css.")
