"""All settings, read from environment variables `BINDEGLIED_*`, with their defaults."""

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Settings:
    """How this installation runs."""

    database: Path
    """BINDEGLIED_DATABASE: the file that holds everything; default `local/bindeglied.db`."""
    address: str
    """BINDEGLIED_ADDRESS: where the server listens; default 127.0.0.1, this machine only."""
    port: int
    """BINDEGLIED_PORT: default 8501."""
    public_url: str
    """BINDEGLIED_PUBLIC_URL: how browsers reach the app; default from address and port."""

    @property
    def secure(self) -> bool:
        """Whether browsers come by TLS, so that cookies may say `Secure`."""
        return self.public_url.startswith("https://")


def settings() -> Settings:
    """Read the settings as they stand in the environment now."""
    address = os.environ.get("BINDEGLIED_ADDRESS", "127.0.0.1")
    port = int(os.environ.get("BINDEGLIED_PORT", "8501"))
    default_database = str(ROOT / "local" / "bindeglied.db")
    return Settings(
        database=Path(os.environ.get("BINDEGLIED_DATABASE", default_database)),
        address=address,
        port=port,
        public_url=os.environ.get("BINDEGLIED_PUBLIC_URL", f"http://localhost:{port}").rstrip("/"),
    )
