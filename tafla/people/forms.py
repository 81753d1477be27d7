"""What a sign-up asks besides address and password: fields of the JSON body."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest

from tafla.people.models import Person
from tafla.people.profile import clean_language, clean_name, clean_time_zone


class SignUpForm(forms.Form):
    """Name, and how the browser is set: language and time zone, put right when they make no sense."""

    name = forms.CharField(max_length=100)
    language = forms.CharField(max_length=16, required=False)
    time_zone = forms.CharField(max_length=64, required=False)
    invitation = forms.CharField(max_length=200, required=False)

    def clean_name(self) -> str:
        try:
            return clean_name(self.cleaned_data["name"])
        except ValueError as error:
            raise forms.ValidationError(str(error), code="invalid") from None

    def clean(self) -> dict[str, Any]:
        """Refuse a password that resembles address or name: allauth checks it before there is a person."""
        given = super().clean() or {}
        if "password" in given and "email" in given:
            person = Person(email=given["email"], name=given.get("name", ""))
            try:
                validate_password(given["password"], person)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return given

    def signup(self, request: HttpRequest, user: Person) -> None:
        """Allauth calls this once the person is stored; the adapter has filled the fields already."""

    def fill(self, person: Person, default_language: str) -> None:
        """Put what was given on the person, before the first save."""
        person.name = self.cleaned_data["name"]
        person.language = clean_language(
            self.cleaned_data.get("language") or default_language, default_language
        )
        person.time_zone = clean_time_zone(self.cleaned_data.get("time_zone") or "UTC", "UTC")
