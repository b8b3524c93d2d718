"""The rooms of the program import downward only; the pure core knows no network, no file format and no clock."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "pipeline"
#: Lower rooms first; a module may import from its own line and from those above it here.
FLOORS = (
    ("errors", "__init__", "room", "numbering", "frozen", "disk", "postponed", "toml_file"),
    ("model",),
    ("wording", "display", "codec", "spoken"),
    ("transform", "core"),
    ("extract", "export", "stored", "schema", "seal"),
    ("rebuilt", "tombstone"),
    ("history", "erasure"),
    (
        "config",
        "corrections",
        "gather",
        "collect",
        "lookup",
        "exclusive",
        "good_night",
        "streams",
        "meter",
        "metrics",
        "notify",
        "messenger",
        "withheld",
        "known_again",
        "remains",
    ),
    ("recorded", "data_directory"),
    ("decide",),
    ("run", "terminal", "explain", "help"),
    ("decisions", "job", "check", "forget", "restore"),
    ("demo", "serve"),
    ("options",),
    ("serving",),
    ("cli", "__main__"),
)
#: The rooms inside `extract`, lower ones first; what stands beside them joins them.
READING = (("layout", "cycles"), ("script", "network"), ("markup",), ("grid",), ("workbook", "page"))
#: The rooms inside `serve`, lower ones first.
SERVING = (
    ("answers", "guesses", "sessions", "users", "shelf"),
    ("files", "xml", "health", "desk", "uploads"),
    ("carddav", "staff"),
    ("app",),
    ("server",),
)
LEVEL = {name: level for level, names in enumerate(FLOORS) for name in names}
PURE = ("transform", "model", "display", "wording", "core")
FOREIGN = {"requests", "bs4", "openpyxl", "vobject", "sqlite3", "time", "random", "socket", "subprocess"}
FILES = sorted(ROOT.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= (
                {f"{node.module}.{alias.name}" for alias in node.names} if node.module == "pipeline" else {node.module}
            )
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_downward(path: Path) -> None:
    for name in imports(path):
        if name.startswith("pipeline.") and not name.endswith("__version__"):
            other = name.split(".")[1]
            assert LEVEL[other] <= LEVEL[room(path)], f"{path} imports {name}"


@pytest.mark.parametrize(
    "path", sorted((ROOT / "extract").glob("*/*.py")), ids=lambda path: str(path.relative_to(ROOT))
)
def test_the_rooms_of_extract_import_downward(path: Path) -> None:
    level = {name: level for level, names in enumerate(READING) for name in names}
    for name in imports(path):
        if name.startswith("pipeline.extract."):
            other = name.split(".")[2]
            assert other == path.parent.name or level[other] < level[path.parent.name], f"{path} imports {name}"


@pytest.mark.parametrize("path", sorted((ROOT / "serve").glob("*.py")), ids=lambda path: path.name)
def test_the_rooms_of_serve_import_downward(path: Path) -> None:
    level = {name: level for level, names in enumerate(SERVING) for name in names}
    for name in imports(path):
        if name.startswith("pipeline.serve."):
            assert level[name.split(".")[2]] < level[path.stem], f"{path} imports {name}"


@pytest.mark.parametrize("path", [p for p in FILES if room(p) != "serve"], ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_knows_that_it_is_served(path: Path) -> None:
    assert room(path) == "serving" or not {n for n in imports(path) if n.startswith("pipeline.serve.")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_reading_and_publishing_do_not_know_each_other(path: Path) -> None:
    forbidden = {"export": ("extract", "transform"), "extract": ("export",), "transform": ("extract", "export")}
    for name in imports(path):
        assert name.split(".")[1:2] != [] or not name.startswith("pipeline.")
        if name.startswith("pipeline."):
            assert name.split(".")[1] not in forbidden.get(room(path), ()), f"{path} imports {name}"


@pytest.mark.parametrize("path", [p for p in FILES if room(p) in PURE], ids=lambda path: str(path.relative_to(ROOT)))
def test_the_core_is_pure(path: Path) -> None:
    assert not {name.split(".")[0] for name in imports(path)} & FOREIGN
