from django.urls import path

from catalogue.views import way
from catalogue.views.covers import cover_picture

app_name = "catalogue"
urlpatterns = [
    path("omslag/<slug:code>.svg", cover_picture, name="cover"),
    path("min-kommune/tekst/<int:pk>/", way.way, name="way"),
    path("min-kommune/tekst/<int:pk>/overtag/", way.take_over, name="take_over"),
]
