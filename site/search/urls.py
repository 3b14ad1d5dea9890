from django.urls import path

from search.views import results

app_name = "search"
urlpatterns = [
    path("soeg/", results.search, name="results"),
    path("soeg/forslag/", results.suggestions, name="suggestions"),
]
