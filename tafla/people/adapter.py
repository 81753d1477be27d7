"""allauth's questions, answered our way: who may sign up, what a sign-up stores, how our mails look."""

import json
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django import forms
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import translation

from tafla.core import mail
from tafla.core.settings import load
from tafla.people import hooks
from tafla.people.models import EMAIL_LENGTH, Person


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Sign-up and mails of this installation."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Open, or the newcomer holds an invitation, or nobody owns the installation yet."""
        if load().signup == "open":
            return True
        if hooks.invited_address.first(invitation_of(request)) is not None:
            return True
        return not Person.objects.filter(is_superuser=True).exists()

    def clean_email(self, email: str) -> str:
        """Allauth would cut a long address to the column's length, and so make it somebody else's."""
        if len(email) > EMAIL_LENGTH:
            raise forms.ValidationError("too_long", code="too_long")
        return email

    def save_user(self, request: HttpRequest, user: Person, form: Any, commit: bool = True) -> Person:
        form.fill(user, load().language)
        request.invitation = form.cleaned_data.get("invitation", "")  # type: ignore[attr-defined]
        saved: Person = super().save_user(request, user, form, commit)
        return saved

    def is_email_verified(self, request: HttpRequest, email: str) -> bool:
        """The token of an invitation was mailed to this very address: no second mail is needed."""
        invited = hooks.invited_address.first(invitation_of(request))
        if invited is not None and invited.lower() == email.lower():
            return True
        return bool(super().is_email_verified(request, email))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        person = context.get("user") or Person.objects.filter(email=email.lower()).first()
        language = getattr(person, "language", "") or load().language
        page = {"email": email, "site": load().site, "user": person, **context}
        with translation.override(language):
            message = self.render_mail(template_prefix, email, page)
        mail.deliver(message)

    def send_password_reset_mail(self, user: Person, email: str, context: dict[str, Any]) -> None:
        """Allauth cuts the key of the link at its first hyphen, so the id in it must have none."""
        key = f"{user.id.replace('-', '')}-{context['key']}"
        link = {"password_reset_url": self.get_reset_password_from_key_url(key)}
        super().send_password_reset_mail(user, email, {**context, **link})

    def render_mail(
        self, template_prefix: str, email: Any, context: dict[str, Any], headers: Any = None
    ) -> EmailMessage:
        """One text a mail; the HTML is made from it, so that the two never say different things."""
        message: EmailMessage = super().render_mail(template_prefix, email, context, headers)
        if isinstance(message, EmailMultiAlternatives):
            paragraphs = [part.strip() for part in str(message.body).split("\n\n") if part.strip()]
            page = {"paragraphs": paragraphs, "subject": message.subject, **context}
            message.attach_alternative(render_to_string("account/email/page.html", page), "text/html")
        return message


def invitation_of(request: HttpRequest) -> str:
    """The invitation token a sign-up carries in its JSON body, or ""."""
    if request.method != "POST":
        return ""
    try:
        body = json.loads(request.body)
    except ValueError:
        return ""
    token = body.get("invitation") if isinstance(body, dict) else None
    return token if isinstance(token, str) and len(token) <= 200 else ""
