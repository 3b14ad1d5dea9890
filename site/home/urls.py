from django.urls import path

from home.views import diary, my_municipality, texts, useful

app_name = "home"
urlpatterns = [
    path("min-kommune/", my_municipality.my_municipality, name="my_municipality"),
    path("min-kommune/<slug:slug>/erfaring/", my_municipality.start_a_story, name="start_story"),
    path("min-kommune/<slug:slug>/tekster/", texts.texts, name="texts"),
    path("min-kommune/<slug:slug>/svar/", useful.answers, name="answers"),
    path("svar/<int:pk>/", useful.answer, name="answer"),
    path("svar/<int:pk>/tak/", useful.answered, name="answered"),
    path("min-kommune/dagbog/ny/", diary.write_in_the_diary, name="write_diary"),
]
