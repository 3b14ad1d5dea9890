from django.urls import path

from catalogue.views.covers import cover_picture

app_name = "catalogue"
urlpatterns = [
    path("omslag/<slug:code>.svg", cover_picture, name="cover"),
]
