"""One TOML file per district: what we know of it, read strictly and with every problem reported at once.

Each module owns the dataclass of its own settings; this one fills them by their fields. An unknown key or table is a
problem, nothing is guessed, and relative paths start at the file.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, TypeVar
from urllib.parse import urlsplit

from pipeline.core.limits import Limits
from pipeline.errors import ConfigError
from pipeline.extract.network.settings import FetchSettings
from pipeline.model import COLUMN_FIELDS, FIELDS, Rules
from pipeline.toml_file import read_toml

Language = Literal["de", "en"]
#: One piece of a CSS selector (Selectors Level 3), with what may stand before it. Whether the page has such a part is
#: seen when it is read.
_SELECTOR = re.compile(
    r"""\s*[,>+~]\s*(?=[\w*.#\[:])|\s+(?=[\w*.#\[:])|\*|[\w-]+|[.#][\w-]+|::?[\w-]+(?:\([^()]*\))?"""
    r"""|\[\s*[\w-]+\s*(?:[~|^$*]?=\s*(?:"[^"]*"|'[^']*'|[\w-]+)\s*)?\]"""
)
#: What breaks a line, a header of HTTP or a terminal.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class District:
    """The district itself. `ags` is its official key, `area_code` the one of numbers written without any."""

    name: str
    ags: str
    area_code: str | None = None
    language: Language = "de"


@dataclass(frozen=True, slots=True)
class Paths:
    """Where the data directory is."""

    data: Path = Path("var")


@dataclass(frozen=True, slots=True)
class Source:
    """One source of contacts or documents. A spreadsheet has its `url`, or the `page` and the `link` leading to it."""

    id: str
    kind: Literal["page", "spreadsheet", "documents"]
    url: str | None = None
    scope: str | None = None
    priority: int = 10
    page: str | None = None
    link: str | None = None
    follow: tuple[str, ...] = ()
    sheet: str | None = None
    header_row: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where reading begins."""
        return self.url or self.page or ""


@dataclass(frozen=True, slots=True)
class Publish:
    """What is published of a contact, and in which language the page greets."""

    fields: tuple[str, ...] = FIELDS
    language: Language = "de"


@dataclass(frozen=True, slots=True)
class Notify:
    """Whom to tell, and when."""

    urls: tuple[str, ...] = ()
    when: Literal["changes", "always", "problems"] = "changes"
    heartbeat: str = ""


@dataclass(frozen=True, slots=True)
class Serve:
    """Where `serve` listens, and whether readers need a password."""

    host: str = "127.0.0.1"
    port: int = 8080
    password: str = ""


@dataclass(frozen=True, slots=True)
class RunSettings:
    """Seconds after which a run ends by itself, and how many releases are kept."""

    deadline: float = 1800.0
    keep_releases: int = 30


@dataclass(frozen=True, slots=True)
class Privacy:
    """Days for which someone who left stays in the state."""

    keep_days: int = 400


@dataclass(frozen=True, slots=True)
class Config:
    """A district as its file describes it."""

    file: Path
    district: District
    sources: tuple[Source, ...]
    paths: Paths = field(default_factory=Paths)
    fetch: FetchSettings = field(default_factory=FetchSettings)
    guard: Limits = field(default_factory=Limits)
    publish: Publish = field(default_factory=Publish)
    notify: Notify = field(default_factory=Notify)
    serve: Serve = field(default_factory=Serve)
    run: RunSettings = field(default_factory=RunSettings)
    privacy: Privacy = field(default_factory=Privacy)

    @property
    def data(self) -> Path:
        """The data directory."""
        return (self.file.parent / self.paths.data).resolve()

    @property
    def rules(self) -> Rules:
        """What the readers need to know of the district."""
        return Rules(self.district.area_code, self.district.ags)


_TABLES: dict[str, type] = {
    "paths": Paths,
    "fetch": FetchSettings,
    "guard": Limits,
    "publish": Publish,
    "notify": Notify,
    "serve": Serve,
    "run": RunSettings,
    "privacy": Privacy,
}


def load_config(file: Path) -> Config:
    """The district's configuration; raises ConfigError with every problem, its key and the remedy."""
    table = read_toml(file)
    problems: list[str] = []
    _unknown(table, {"district", "source", *_TABLES}, "", problems)
    district = _fill(District, table.get("district", {}), "district", problems)
    sources = tuple(_sources(table.get("source"), problems))
    parts: dict[str, Any] = {
        name: _fill(kind, table[name], name, problems) for name, kind in _TABLES.items() if name in table
    }
    if not problems and district:
        config = Config(file.resolve(), district, sources, **parts)
        problems += _contradictions(config)
        if not problems:
            return config
    raise ConfigError(str(file), tuple(_CONTROL.sub(" ", problem) for problem in problems))


# ---- filling a dataclass from a table ------------------------------------------------------------


def _sources(value: object, problems: list[str]) -> list[Source]:
    if not isinstance(value, list) or not value or not all(isinstance(item, dict) for item in value):
        problems.append("[[source]]: mindestens eine Quelle mit id, kind und url angeben")
        return []
    filled = [_fill(Source, item, f"source {item.get('id', number)}", problems) for number, item in enumerate(value, 1)]
    return [source for source in filled if source]


def _fill(kind: type[T], table: object, name: str, problems: list[str]) -> T | None:
    """A dataclass from a TOML table by its fields; None when anything in it is a problem."""
    if not isinstance(table, dict):
        problems.append(f"[{name}]: muss eine Tabelle sein")
        return None
    before = len(problems)
    known = {f.name: f for f in fields(kind)}  # type: ignore[arg-type]
    hints = typing.get_type_hints(kind)
    _unknown(table, set(known), f"[{name}] ", problems)
    values = {}
    for key, spec in known.items():
        if key in table:
            values[key] = _convert(table[key], hints[key], f"[{name}] {key}", problems)
        elif spec.default is MISSING and spec.default_factory is MISSING:
            problems.append(f"[{name}] {key}: fehlt; bitte angeben")
    return kind(**values) if len(problems) == before else None


def _unknown(table: Mapping[str, Any], known: set[str], place: str, problems: list[str]) -> None:
    for key in sorted(set(table) - known):
        close = get_close_matches(key, known, n=1)
        remedy = f"gemeint ist wohl „{close[0]}“" if close else "streichen; möglich sind " + ", ".join(sorted(known))
        problems.append(f"{place}{key}: unbekannt; {remedy}")


def _convert(value: Any, hint: Any, place: str, problems: list[str]) -> Any:
    """`value` as the field's type wants it; a problem is noted and None returned when it is another type."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _convert(value, next(a for a in arguments if a is not type(None)), place, problems)
    if origin is Literal:
        return _require(value in arguments, value, place, f"eines von {', '.join(map(str, arguments))}", problems)
    if origin is tuple:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            return _require(False, value, place, "eine Liste von Texten", problems)
        return tuple(_text(item, place, problems) for item in value)
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
            return _require(False, value, place, "eine Tabelle von Texten", problems)
        return {key: _text(item, f"{place}.{key}", problems) for key, item in value.items()}
    return _plain(value, hint, place, problems)


def _plain(value: Any, hint: type, place: str, problems: list[str]) -> Any:
    if hint is Path:
        good = isinstance(value, str) and bool(value) and not _CONTROL.search(value)
        return Path(value) if good else _require(False, value, place, "ein Pfad", problems)
    if hint is float and type(value) is int:
        return float(value)
    if hint is str:
        return _text(value, place, problems)
    names = {int: "eine ganze Zahl", float: "eine Zahl", bool: "true oder false"}
    return _require(type(value) is hint, value, place, names[hint], problems)


def _text(value: Any, place: str, problems: list[str]) -> Any:
    if not isinstance(value, str):
        return _require(False, value, place, "ein Text", problems)
    return _require(not _CONTROL.search(value), value, place, "eine Zeile ohne Steuerzeichen", problems)


def _require(good: bool, value: Any, place: str, wanted: str, problems: list[str]) -> Any:
    if not good:
        problems.append(f"{place}: „{str(value)[:60]}“ geht nicht; {wanted} angeben")
    return value


# ---- what types cannot say -----------------------------------------------------------------------


def _contradictions(config: Config) -> list[str]:
    checks: tuple[Callable[[Config], list[str]], ...] = (_district, _identifiers, _addresses, _ranges, _published)
    return [problem for check in checks for problem in check(config)]


def _district(config: Config) -> list[str]:
    district, problems = config.district, []
    if not district.name.strip():
        problems.append("[district] name: ist leer; den Namen des Kreises angeben")
    if not re.fullmatch(r"[0-9]{5}([0-9]{3})?", district.ags):
        problems.append(
            f"[district] ags: „{district.ags}“ ist kein amtlicher Schlüssel; fünf oder acht Ziffern angeben"
        )
    if district.area_code is not None and not re.fullmatch(r"0[1-9][0-9]{1,4}", district.area_code):
        problems.append(f"[district] area_code: „{district.area_code}“ ist keine Vorwahl; zum Beispiel 0711 angeben")
    return problems


def _identifiers(config: Config) -> list[str]:
    seen: set[str] = set()
    problems = []
    for source in config.sources:
        if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}", source.id):
            problems.append(f"[source {source.id}] id: nur Buchstaben, Ziffern, - und _ verwenden")
        if source.id in seen:
            problems.append(f"[source {source.id}] id: kommt zweimal vor; jede Quelle braucht eine eigene")
        seen.add(source.id)
    return problems


def _addresses(config: Config) -> list[str]:
    problems = [p for source in config.sources for p in _source_address(source)]
    problems += [
        f"[fetch] allow_hosts: „{host}“ ist kein Rechnername; zum Beispiel www.example.org angeben"
        for host in config.fetch.allow_hosts
        if not re.fullmatch(r"(?!-)[\w.-]+(?::\d+)?|\[[\da-fA-F:.]+\](?::\d+)?", host)
    ]
    if config.notify.heartbeat and not _is_http(config.notify.heartbeat):
        problems.append("[notify] heartbeat: eine Adresse mit https:// angeben")
    if not all(re.match(r"[a-z][a-z0-9+.-]*://\S", url, re.I) for url in config.notify.urls):
        problems.append("[notify] urls: nur Adressen von Apprise angeben, zum Beispiel mailto://…")
    return problems


def _source_address(source: Source) -> list[str]:
    place = f"[source {source.id}]"
    if source.kind == "spreadsheet":
        if (source.url is None) == (source.page is None):
            return [f"{place} url: für eine Tabelle entweder url oder page mit link angeben"]
        if source.page is not None and not source.link:
            return [f"{place} link: fehlt; Text oder Dateiname des Links auf der Seite angeben"]
        if not all(text.strip() for text in source.follow):
            return [f"{place} follow: ein Schritt ist leer; Text oder Dateiname des Links angeben oder streichen"]
    else:
        if source.url is None:
            return [f"{place} url: fehlt; die Adresse der Seite angeben"]
        alien = [key for key in ("page", "link", "sheet", "header_row") if getattr(source, key) is not None]
        alien += [key for key in ("follow", "columns") if getattr(source, key)]
        if alien:
            return [f'{place} {key}: gilt nur für kind = "spreadsheet"; streichen' for key in alien]
    if not _is_http(source.address):
        key = "url" if source.url is not None else "page"
        return [f"{place} {key}: keine Adresse mit http:// oder https://"]
    unknown = sorted(set(source.columns) - set(COLUMN_FIELDS))
    if unknown:
        return [f"{place} columns: „{unknown[0]}“ unbekannt; möglich sind {', '.join(COLUMN_FIELDS)}"]
    return _selector(source, place)


def _selector(source: Source, place: str) -> list[str]:
    if source.header_row is not None and source.header_row < 1:
        return [f"{place} header_row: ab 1 zählen"]
    if source.scope is not None and not _is_selector(source.scope.strip()):
        return [f'{place} scope: kein CSS-Selektor; zum Beispiel "main" angeben oder streichen']
    return []


def _is_selector(text: str) -> bool:
    """Whether a text can be taken apart into pieces of a CSS selector, beginning with a part of the page."""
    rest = text
    while match := _SELECTOR.match(rest):
        rest = rest[match.end() :]
    return bool(text) and not rest and text[0] not in ",>+~"


def _is_http(address: str) -> bool:
    if not address.isprintable() or " " in address:
        return False
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _ranges(config: Config) -> list[str]:
    shares = {"max_removed_share": config.guard.max_removed_share, "max_changed_share": config.guard.max_changed_share}
    positive = {
        "[fetch] timeout": config.fetch.timeout,
        "[fetch] max_bytes": config.fetch.max_bytes,
        "[run] deadline": config.run.deadline,
        "[run] keep_releases": config.run.keep_releases,
        "[privacy] keep_days": config.privacy.keep_days,
    }
    problems = [f"[guard] {key}: zwischen 0 und 1 angeben" for key, value in shares.items() if not 0 <= value <= 1]
    problems += [f"{key}: muss größer als 0 sein" for key, value in positive.items() if not 0 < value < float("inf")]
    most = {"[run] deadline": (config.run.deadline, 604_800), "[privacy] keep_days": (config.privacy.keep_days, 36_500)}
    most |= {
        "[fetch] timeout": (config.fetch.timeout, 3_600),
        "[run] keep_releases": (config.run.keep_releases, 10_000),
    }
    problems += [f"{key}: höchstens {limit} angeben" for key, (value, limit) in most.items() if value > limit]
    if not 0 <= config.fetch.delay <= 3_600:
        problems.append("[fetch] delay: 0 bis 3600 Sekunden angeben")
    if not 0 <= config.guard.grace <= 10_000:
        problems.append("[guard] grace: 0 bis 10000 Nächte angeben")
    if not config.serve.host.strip():
        problems.append("[serve] host: ist leer; zum Beispiel 127.0.0.1 angeben, für alle Adressen 0.0.0.0")
    if not 0 < config.serve.port < 65536:
        problems.append("[serve] port: zwischen 1 und 65535 angeben")
    return problems


def _published(config: Config) -> list[str]:
    unknown = [name for name in config.publish.fields if name not in FIELDS]
    problems = [f"[publish] fields: „{name}“ unbekannt; möglich sind {', '.join(FIELDS)}" for name in unknown]
    if "name" not in config.publish.fields:
        problems.append("[publish] fields: „name“ fehlt; ohne Namen ist kein Kontakt zu gebrauchen")
    return problems
