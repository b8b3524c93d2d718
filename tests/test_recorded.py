"""What is recorded beside the people of a night: the office's own workbooks, and the settings of a release."""

from __future__ import annotations

from pathlib import Path

from pipeline.config import Config, District, Paths, Publish, Source
from pipeline.gather import Tonight
from pipeline.model import Outcome
from pipeline.recorded import settings_of, workbooks
from pipeline.stored import SourceState, Upload
from tests.examples import LINDENAU, observation

LIST = Source("liste", "spreadsheet", "https://amt.example/liste.xlsx", priority=20)
PAGE = Source("seite", "page", "https://amt.example/")


def tonight(source: Source, upload: Upload | None) -> Tonight:
    return Tonight(source, Outcome(source.id, source.url, "ok"), SourceState(source.id), upload=upload)


def test_a_workbook_that_was_read_anew_is_kept_with_what_it_says() -> None:
    upload = Upload(b"PK", (observation(LINDENAU, "liste"),))
    assert workbooks((tonight(LIST, upload), tonight(PAGE, None))) == (b"PK", upload.packed)


def test_a_night_without_a_new_workbook_keeps_none() -> None:
    assert workbooks((tonight(LIST, None), tonight(PAGE, None))) == ()


def test_a_release_knows_the_district_the_language_the_fields_and_which_source_goes_first() -> None:
    config = Config(
        Path("kreiskontakte.toml"),
        District("Landkreis Tannberg", "08199", "07123"),
        (LIST, PAGE),
        Paths(Path("daten")),
        publish=Publish(fields=("name", "phones"), language="en"),
    )
    settings = settings_of(config)
    assert (settings.district, settings.ags, settings.language) == ("Landkreis Tannberg", "08199", "en")
    assert (settings.fields, settings.sources) == (("name", "phones"), (("liste", 20), ("seite", PAGE.priority)))
