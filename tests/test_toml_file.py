"""A TOML file, and what is said of one that is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import ConfigError
from pipeline.toml_file import read_toml


def test_a_file_is_its_tables(tmp_path: Path) -> None:
    file = tmp_path / "k.toml"
    file.write_bytes(b'\xef\xbb\xbf[district]\r\nname = "Tannberg"\r\n')
    assert read_toml(file) == {"district": {"name": "Tannberg"}}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"a = [1,", "am Ende fehlt etwas; Klammern und Anführungszeichen schließen"),
        (b"[district]\nname = = 3\n", "Zeile 2 ist kein gültiges TOML: „name = = 3“; Schreibweise berichtigen"),
        (b'[a]\r\nb = "c\x1b[2Jd"\r\n', 'Zeile 2 ist kein gültiges TOML: „b = "c [2Jd"“'),
        (b"a = " + b"9" * 5000, "eine Zahl oder Verschachtelung ist zu groß"),
        (b"a = " + b"[" * 100_000, "eine Zahl oder Verschachtelung ist zu groß"),
        (b"a" + b".a" * 30_000 + b" = 1", "Zeile 1 hat mehr als 500 Punkte; kürzen oder auf mehrere Zeilen verteilen"),
        (b"b = 1\n[a" + b".a" * 30_000 + b"]", "Zeile 2 hat mehr als 500 Punkte"),
        (b"#" * 1_048_577, "ist größer als 1048576 Bytes; prüfen, ob es die richtige Datei ist"),
        ("a = 'ä'".encode("cp1252"), "ist kein UTF-8; als UTF-8 speichern"),
        (None, "die Datei gibt es nicht; mit --config eine andere nennen"),
    ],
)
def test_what_is_wrong_is_said_with_its_line_and_remedy(tmp_path: Path, content: bytes | None, said: str) -> None:
    file = tmp_path / "k.toml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ConfigError) as error:
        read_toml(file)
    assert said in str(error.value)
