from django.core.management.base import BaseCommand, CommandError

from core.translation_catalogue import app_folders, catalogue_path, compile_catalogues, problems, update_catalogue


class Command(BaseCommand):
    help = "Bring the Danish catalogues up to date with the sources, or check them (--check), and compile them."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("apps", nargs="*", help="Only these apps' catalogues.")
        kind = parser.add_mutually_exclusive_group()
        kind.add_argument("--check", action="store_true", help="Change nothing; fail when anything is missing.")
        kind.add_argument("--compile", action="store_true", help="Only write the .mo files.")
        kind.add_argument("--prune", action="store_true", help="Throw away what nothing asks for.")

    def handle(self, *, apps, check, compile, prune, **options):  # noqa: A002 (the option's own name)
        if check:
            self.check_catalogues(apps)
        elif not compile:
            self.update(apps, prune=prune)
        compile_catalogues()

    def check_catalogues(self, apps):
        from core.translatable_strings import strings_by_app

        found = [problem for problem in problems(strings_by_app()) if not apps or problem.split(":")[0] in apps]
        if found:
            raise CommandError("\n".join([*found, f"{len(found)} to mend: run manage.py messages, write the Danish."]))
        self.stdout.write("Every string has its Danish.")

    def update(self, apps, *, prune):
        from core.translatable_strings import strings_by_app

        wanted = strings_by_app()
        for app, folder in app_folders().items():
            if (not apps or app in apps) and (wanted[app] or catalogue_path(folder).exists()):
                changed = update_catalogue(catalogue_path(folder), wanted[app], prune=prune)
                self.stdout.write(f"{app}: {len(wanted[app])} strings{', changed' if changed else ''}")
