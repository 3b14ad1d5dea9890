from django.urls import path

import core.converters  # noqa: F401 (registers the converter `token`)
from catalogue import converters  # noqa: F401 (registers <year:>, <month:> and <reader:>)
from catalogue.views import alike, compare, contacts, diary, glossary, guide, living, reading, way
from catalogue.views.cards import card
from catalogue.views.covers import cover_picture
from catalogue.views.editions import edition_chapter, edition_pdf
from catalogue.views.feeds import diary_atom, feed, municipality_atom, theme_atom
from catalogue.views.pdfs import story_pdf

app_name = "catalogue"
urlpatterns = [
    path("kommuner/<slug:slug>/dagbog/<year:year>/<month:month>/", diary.diary_month, name="diary_month"),
    path("kommuner/<slug:slug>/dagbog/feed.xml", diary_atom, name="diary_feed"),
    path("kommuner/<slug:slug>/feed.xml", municipality_atom, name="municipality_feed"),
    path("katalog/feed.xml", feed, name="feed"),
    path("katalog/<slug:theme>/feed.xml", theme_atom, name="theme_feed"),
    path("begreber/<slug:key>/", glossary.term, name="term"),
    path("kom-godt-i-gang/<reader:reader>.pdf", guide.guide_file, name="guide_file"),
    path("katalog/<slug:slug>/<int:number>/", edition_chapter, name="edition_chapter"),
    path("katalog/<slug:slug>.pdf", edition_pdf, name="edition_pdf"),
    path("kommuner/<slug:slug>/<slug:story>.pdf", story_pdf, name="story_pdf"),
    path("omslag/<slug:code>.svg", cover_picture, name="cover"),
    path("min-kommune/tekst/<int:pk>/", way.way, name="way"),
    path("min-kommune/tekst/<int:pk>/overtag/", way.take_over, name="take_over"),
    path("min-kommune/tekst/<int:pk>/link/", way.make_link, name="make_link"),
    path("min-kommune/tekst/<int:pk>/link/<int:link>/tilbagekald/", way.revoke_link, name="revoke_link"),
    path("min-kommune/<slug:slug>/kontakter/", contacts.contacts, name="contacts"),
    path("min-kommune/<slug:slug>/kontakter/<int:pk>/fjern/", contacts.remove, name="remove_contact"),
    path("kommuner/<slug:slug>/<slug:story>.png", card, name="story_card"),
    path("laes/<token:token>/", reading.read_draft, name="read_draft"),
    path("katalog/kommune-som-min/", alike.alike, name="alike"),
    path("sammenlign/", compare.compare, name="compare"),
    path("bekraeft/<str:token>/", living.still_holds, name="still_holds"),
]
