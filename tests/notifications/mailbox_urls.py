"""The site's addresses with those that only development has."""

from django.urls import include, path

from config.urls import urlpatterns as everything
from notifications.urls import development

urlpatterns = [path("", include((development, "notifications"))), *everything]
