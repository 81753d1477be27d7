"""Where things are kept: the data folder, the database and the signing key, worked out from settings."""

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

POSTGRES_SCHEMES = ("postgres", "postgresql")
POSTGRES_OPTIONS = {
    "sslmode",
    "sslrootcert",
    "sslcert",
    "sslkey",
    "connect_timeout",
    "application_name",
    "options",
}


@dataclass(frozen=True)
class DatabasePlace:
    """A parsed database address. `path` is set for SQLite only."""

    kind: str
    path: Path | None = None
    name: str = ""
    user: str = ""
    password: str = field(default="", repr=False)
    host: str = ""
    port: str = ""
    options: dict[str, str] = field(default_factory=dict)


def default_data_dir() -> Path:
    """`data/` in a checkout; else the place the system gives programs of this person."""
    root = Path(__file__).resolve().parents[2]
    if (root / "pyproject.toml").exists() or (root / ".git").exists():
        return root / "data"
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "tafla"


def database_place(url: str, data_dir: Path) -> DatabasePlace:
    """Parse a database address; the empty one means the embedded database. Raises ValueError."""
    if not url:
        return DatabasePlace("sqlite", path=data_dir / "tafla.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        if parts.netloc or not parts.path.strip("/"):
            raise ValueError("must look like sqlite:///data/tafla.sqlite3 (four slashes: absolute path)")
        return DatabasePlace("sqlite", path=Path(unquote(parts.path[1:])).expanduser().absolute())
    if parts.scheme not in POSTGRES_SCHEMES:
        raise ValueError("must start with sqlite:/// or postgres://")
    return _postgres_place(url)


def _postgres_place(url: str) -> DatabasePlace:
    parts = urlsplit(url)
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise ValueError("names no database: postgres://USER:PASSWORD@HOST/NAME")
    options = dict(parse_qsl(parts.query))
    # libpq takes a socket folder as host; in an address it can only stand in the query.
    host = options.pop("host", parts.hostname or "")
    unknown = sorted(set(options) - POSTGRES_OPTIONS)
    if unknown:
        raise ValueError(f"has an unknown option: {', '.join(unknown)}")
    return DatabasePlace(
        "postgres",
        name=name,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        host=host,
        port=str(parts.port or ""),
        options=options,
    )


def kept_secret(data_dir: Path) -> str:
    """The signing key in the data folder, made when there is none. Of two that start at once, one wins."""
    path = data_dir / "secret_key"
    if not path.exists():
        data_dir.mkdir(parents=True, exist_ok=True)
        draft = data_dir / f".secret_key.{os.getpid()}.{secrets.token_hex(4)}"
        handle = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(48))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text().strip()
