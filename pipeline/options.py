"""What every command can be told, and how it ends with an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from pipeline.config import Config, load_config
from pipeline.spoken import spoken
from pipeline.terminal import Log, harmless

CONFIG_VARIABLE = "KREISKONTAKTE_CONFIG"
DEFAULT_CONFIG = "kreiskontakte.toml"
_CONFIG_HELP = f"Die Datei des Kreises; sonst {CONFIG_VARIABLE} oder {DEFAULT_CONFIG}."


@dataclass(frozen=True, slots=True)
class Options:
    """What every command can be told."""

    config: Path | None
    language: str | None
    quiet: bool
    verbose: bool
    log_format: str

    def load(self) -> Config:
        """The configuration: from --config, else the environment, else the working directory."""
        return load_config(self.config or Path(os.environ.get(CONFIG_VARIABLE) or DEFAULT_CONFIG))

    def load_if_any(self) -> Config | None:
        """The configuration where one is named or lies in the working directory."""
        named = self.config is not None or bool(os.environ.get(CONFIG_VARIABLE))
        return self.load() if named or Path(DEFAULT_CONFIG).is_file() else None

    def log(self) -> Log:
        """The log of this command."""
        return Log(sys.stderr, as_json=self.log_format == "json", silent=self.quiet)

    def text(self, config: Config, key: str, **values: object) -> str:
        """A sentence in the language asked for, else that of the district."""
        return spoken(key, self.language or config.district.language, **values)

    def tell(self, config: Config, key: str, **values: object) -> None:
        """Say such a sentence."""
        self.say(self.text(config, key, **values))

    def say(self, text: str) -> None:
        """A line for the person at the terminal."""
        if not self.quiet:
            self.warn(text)

    def warn(self, text: str) -> None:
        """A line that is said even to those who want to hear of problems only."""
        if self.log_format == "json":
            Log(sys.stderr, as_json=True, silent=False).event("message", text=text)
        else:
            click.echo(harmless(text), err=True)


def command(function: Callable[..., int | None]) -> Callable[..., None]:
    """The options that every command has, handed on as `options`; what the function returns is the exit status."""

    @click.option(
        "--config",
        type=click.Path(path_type=Path),
        help=_CONFIG_HELP,
    )
    @click.option("--lang", type=click.Choice(["de", "en"]), help="Sprache der Ausgaben.")
    @click.option("--quiet", is_flag=True, help="Nur Fehler melden.")
    @click.option("--verbose", is_flag=True, help="Mehr melden; bei Fehlern mit Herkunft.")
    @click.option("--log-format", type=click.Choice(["text", "json"]), default="text", help="Form des Protokolls.")
    @wraps(function)
    def wrapper(
        *args: Any, config: Path | None, lang: str | None, quiet: bool, verbose: bool, log_format: str, **values: Any
    ) -> None:
        options = Options(config, lang, quiet, verbose, log_format)
        status = function(*args, options=options, **values)
        raise SystemExit(status or 0)

    return wrapper
