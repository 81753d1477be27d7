"""Every address Django answers: sign-in (allauth, headless) and REST. All else is tafla/project/asgi.py."""

from django.urls import include, path

from tafla.project.rest import api

handler500 = "tafla.project.errors.handler500"

urlpatterns = [
    path("_allauth/", include("allauth.headless.urls")),
    path("api/v1/", api.urls),
]
