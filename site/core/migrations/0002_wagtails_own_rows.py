"""What Wagtail's migrations leave behind in English: the two roots get Danish names, and its sample workflow goes."""

from django.db import migrations

PAGES, SHELVES = "Alle sider", "Fælles"


def speak_danish(apps, schema_editor):
    apps.get_model("wagtailcore", "Page").objects.filter(depth=1, title="Root").update(title=PAGES, draft_title=PAGES)
    apps.get_model("wagtailcore", "Collection").objects.filter(depth=1, name="Root").update(name=SHELVES)


def take_the_samples_away(apps, schema_editor):
    """Wagtail's workflow and its groups, which nobody has been put in: ours are made with the first municipality."""
    name = "Moderators approval"
    states = apps.get_model("wagtailcore", "WorkflowState")
    if not states.objects.filter(workflow__name=name).exists():
        apps.get_model("wagtailcore", "Workflow").objects.filter(name=name).delete()
        apps.get_model("wagtailcore", "Task").objects.filter(name=name).delete()
    apps.get_model("auth", "Group").objects.filter(name__in=["Editors", "Moderators"], user__isnull=True).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0001_initial"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0002_initial_data"),
        ("wagtailimages", "0002_initial_data"),
    ]
    operations = [
        migrations.RunPython(speak_danish, migrations.RunPython.noop),
        migrations.RunPython(take_the_samples_away, migrations.RunPython.noop),
    ]
