"""A person: somebody who signs in. Not a scope row: changed by ordinary Django saves, never by batches."""

import secrets
import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac

from tafla.core.ids import new_id

EMAIL_LENGTH = 254
# An id without its hyphens.
SHORT_LENGTH = 32
THEMES = ("system", "light", "dark")


def new_stamp() -> str:
    """A value that no session signed before can know."""
    return secrets.token_hex(8)


class PersonManager(BaseUserManager["Person"]):
    """Makes people; addresses are kept in lower case, so that equal ones are equal text."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> "Person":
        person: Person = self.model(email=email.strip().lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "Person":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email=(username or "").lower())


class PersonIdField(models.CharField):  # type: ignore[type-arg]
    """An id that may also be written without hyphens: allauth's reset links use the hyphen for themselves."""

    def to_python(self, value: object) -> str:
        text = str(value)
        return str(uuid.UUID(text)) if len(text) == SHORT_LENGTH else text


class Person(AbstractBaseUser, PermissionsMixin):
    """Who somebody is, and how they like things shown."""

    id = PersonIdField(primary_key=True, max_length=36, default=new_id, editable=False)
    email = models.EmailField(unique=True, max_length=EMAIL_LENGTH)
    name = models.CharField(max_length=100)
    language = models.CharField(max_length=16, default="en")
    time_zone = models.CharField(max_length=64, default="UTC")
    theme = models.CharField(max_length=8, default="system", choices=[(theme, theme) for theme in THEMES])
    photo = models.CharField(max_length=200, blank=True, default="")
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)
    last_seen_at = models.DateTimeField(null=True, blank=True)
    # Part of what signs a session: a new stamp ends every session at once, also those no table lists.
    session_stamp = models.CharField(max_length=16, default=new_stamp, editable=False)

    objects = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="person_email_is_lower_case"
            )
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def clean(self) -> None:
        self.email = self.email.strip().lower()

    def save(self, *args: object, **kwargs: object) -> None:
        self.email = self.email.strip().lower()
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def get_short_name(self) -> str:
        return self.name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must be signed with: password and stamp as they are now (Django's own hook)."""
        signed = f"{self.password}:{self.session_stamp}"
        return salted_hmac("tafla.people.session", signed, secret=secret, algorithm="sha256").hexdigest()
