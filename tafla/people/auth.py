"""How a REST route says that a signed-in person is needed: `auth=signed_in` (the API's default)."""

from django.http import HttpRequest
from django.middleware.csrf import get_token
from ninja.security import APIKeyCookie
from ninja.utils import check_csrf

from tafla.people.models import Person


class ForgedRequestError(Exception):
    """A request that changes something and shows no CSRF token of ours."""


class SignedIn(APIKeyCookie):
    """The session cookie, and for requests that change something the token header beside it."""

    param_name = "sessionid"

    def __call__(self, request: HttpRequest) -> Person | None:
        # Asking makes Django send the cookie, also with a 401: the sign-in form needs the token before
        # anybody is signed in.
        get_token(request)
        if check_csrf(request) is not None:
            raise ForgedRequestError
        return self.authenticate(request, request.COOKIES.get(self.param_name))

    def authenticate(self, request: HttpRequest, key: str | None) -> Person | None:
        return request.user if isinstance(request.user, Person) else None


signed_in = SignedIn()
