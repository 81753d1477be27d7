"""Typed settings: everything a Tafla installation can be told, from the environment.

One class holds every setting; `docs/reference/settings.md` lists the same names (a test compares the two).
A wrong value is reported as one line per setting and ends the process with status 2 (`load_or_exit`): the
person who reads the message is the one who set the variable, and a traceback would hide it.

Only this module reads `TAFLA_*`. Django's settings, the server's start-up and the tests all go through
`load`.
"""

import functools
import sys
from pathlib import Path
from typing import Literal, NoReturn
from urllib.parse import urlsplit

from pydantic import ByteSize, Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from tafla.core import mail, places

PREFIX = "TAFLA_"
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 — compared with, never bound to

Signup = Literal["open", "invited"]
LogLevel = Literal["debug", "info", "warning", "error"]


class Settings(BaseSettings):
    """The settings, each with the sentence the reference page shows for it."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True)

    host: str = Field("127.0.0.1", description="Address the server listens on.")
    port: int = Field(8000, ge=0, le=65535, description="Port the server listens on.")
    base_url: str = Field("", description="Address people type into the browser; mails link to it.")
    allowed_hosts: str = Field("", description="Further host names that are answered, separated by commas.")
    data_dir: Path = Field(
        default_factory=places.default_data_dir, description="Folder for database, key and files."
    )
    database_url: str = Field("", description="`sqlite:///PATH` or `postgres://USER:PASSWORD@HOST/NAME`.")
    redis_url: str = Field("", description="`redis://HOST:PORT/0`; needed for more than one live process.")
    secret_key: str = Field(
        "", repr=False, description="Signs cookies and mailed links; at least 32 characters."
    )
    mail_url: str = Field("console:", repr=False, description="How mail leaves: `console:` or `smtp://…`.")
    mail_from: str = Field("Tafla <tafla@localhost>", description="Sender of mails.")
    language: str = Field("en", pattern=r"^[a-z]{2,3}(-[a-zA-Z0-9]{2,8})*$", description="Default language.")
    log_level: LogLevel = Field("info", description="Least serious message that is logged.")
    signup: Signup = Field("open", description="Who may sign up: `open` (everybody) or `invited`.")
    invitations_per_day: int = Field(
        200, ge=1, le=100_000, description="Invitations one person may have mailed within 24 hours."
    )
    invitation_pause: int = Field(
        60, ge=0, le=86_400, description="Seconds before a person may mail another to the same address."
    )
    trusted_proxy: int = Field(0, ge=0, le=10, description="Number of own proxies in front of the server.")
    sockets_per_person: int = Field(100, ge=1, description="Live connections of one person, to each process.")
    sockets_per_address: int = Field(
        2000, ge=1, description="Live connections from one network address, to each process."
    )
    max_file_size: ByteSize = Field(
        ByteSize(5 * 1024**3), gt=0, description="Largest file that may be attached."
    )
    uploads_per_person: int = Field(20, ge=1, le=1000, description="Uploads of one person at the same time.")
    files_kept_days: int = Field(
        30, ge=1, le=3650, description="Days after which removed files are deleted from the store."
    )
    s3_bucket: str = Field("", description="Bucket of an S3-compatible store for files.")
    s3_endpoint: str = Field("", description="Address of the store, when it is not Amazon's.")
    s3_region: str = Field("us-east-1", description="Region of the bucket.")
    s3_access_key: str = Field("", repr=False, description="Access key of the store.")
    s3_secret_key: str = Field("", repr=False, description="Secret key of the store.")
    outgoing_allowed: str = Field(
        "", description="`HOST:PORT,…` of own servers whose pages' titles links may show."
    )
    debug: bool = Field(False, description="For developers: re-read the client's files, log more.")

    @field_validator("log_level", "signup", mode="before")
    @classmethod
    def _lower(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @field_validator("base_url")
    @classmethod
    def _check_base_url(cls, value: str) -> str:
        if not value:
            return value
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("must look like https://tafla.example.org")
        if parts.path not in ("", "/") or parts.query or parts.fragment:
            raise ValueError("must have no path: Tafla lives at the root of its host")
        return f"{parts.scheme}://{parts.netloc}"

    @field_validator("data_dir")
    @classmethod
    def _check_data_dir(cls, value: Path) -> Path:
        path = value.expanduser().absolute()
        if path.exists() and not path.is_dir():
            raise ValueError(f"{path} is a file, not a folder")
        return path

    @field_validator("database_url")
    @classmethod
    def _check_database_url(cls, value: str) -> str:
        if value:
            places.database_place(value, Path())
        return value

    @field_validator("redis_url")
    @classmethod
    def _check_redis_url(cls, value: str) -> str:
        if value and urlsplit(value).scheme not in ("redis", "rediss", "unix"):
            raise ValueError("must start with redis://, rediss:// or unix://")
        return value

    @field_validator("secret_key")
    @classmethod
    def _check_secret_key(cls, value: str) -> str:
        if value and len(value) < 32:
            raise ValueError("must have at least 32 characters")
        return value

    @field_validator("mail_url")
    @classmethod
    def _check_mail_url(cls, value: str) -> str:
        mail.mail_place(value)
        return value

    @field_validator("mail_from")
    @classmethod
    def _check_mail_from(cls, value: str) -> str:
        if "@" not in value or "\n" in value or "\r" in value:
            raise ValueError("must be an e-mail address, such as Tafla <tafla@example.org>")
        return value

    @field_validator("s3_endpoint")
    @classmethod
    def _check_s3_endpoint(cls, value: str) -> str:
        if value and (urlsplit(value).scheme not in ("http", "https") or not urlsplit(value).hostname):
            raise ValueError("must look like https://s3.example.org")
        return value

    @property
    def site(self) -> str:
        """The address people use, without a slash at the end."""
        if self.base_url:
            return self.base_url
        host = "127.0.0.1" if self.host in EVERYWHERE else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    @property
    def is_https(self) -> bool:
        return self.site.startswith("https:")

    @property
    def hosts(self) -> list[str]:
        """Host names that are answered. A site on the loopback address answers to each of its names."""
        host = urlsplit(self.site).hostname or ""
        names = [f"[{host}]" if ":" in host else host]
        if names[0] in LOOPBACK or self.debug:
            names += [name for name in LOOPBACK if name not in names]
        return names + [name.strip() for name in self.allowed_hosts.split(",") if name.strip()]

    @property
    def database(self) -> places.DatabasePlace:
        return places.database_place(self.database_url, self.data_dir)


class SettingsError(Exception):
    """The environment holds a value that cannot be used; `lines` say which, one line each."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


@functools.cache
def load() -> Settings:
    """The settings of this process, read once. Raises SettingsError."""
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError([_line(dict(each)) for each in error.errors()]) from None


def load_or_exit() -> Settings:
    """`load` for entry points: a wrong setting is told on stderr and ends the process with status 2."""
    try:
        return load()
    except SettingsError as error:
        stop("\n".join(error.lines))


def secret_key(settings: Settings) -> str:
    """The signing key: the one set, else the one kept in the data folder, made on the first start."""
    try:
        return settings.secret_key or places.kept_secret(settings.data_dir)
    except OSError as error:
        stop(f"{PREFIX}DATA_DIR: {settings.data_dir} cannot be written ({error.strerror or error})")


def stop(message: str) -> NoReturn:
    """Say on stderr why this process cannot start, and end it with status 2."""
    sys.stderr.write(f"{message}\n")
    raise SystemExit(2)


def _line(error: dict[str, object]) -> str:
    location = error["loc"]
    field = str(location[0]) if isinstance(location, tuple) and location else "?"
    said = str(error["msg"]).removeprefix("Value error, ")
    # The value itself stays out of the message where it may hold a password.
    is_secret = field.endswith(("_key", "_url")) and field != "base_url"
    given = "" if is_secret else f" (it is {str(error.get('input'))[:80]!r})"
    return f"{PREFIX}{field.upper()}: {said[0].lower()}{said[1:]}{given}"
