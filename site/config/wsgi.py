"""The WSGI application. `site/` and the root must be on the path, as manage.py and the Makefile see to."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = get_wsgi_application()
