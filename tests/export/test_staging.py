"""A release appears whole or not at all, whatever fails on the way."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import export
from pipeline.errors import PublishError
from pipeline.export import staging
from pipeline.export.draft import Draft
from tests.export.examples import PUBLICATION, REPORT

FILES = (("index.html", b"<p>"), ("kontakte/a.vcf", b"A"), ("kontakte/b.vcf", b"B"))


def publish(data: Path, name: str, files: tuple[tuple[str, bytes], ...] = FILES) -> Path:
    """One release made visible."""
    staged = staging.stage(files, data / "releases", name)
    staging.switch(staged, data, name)
    return data / "releases" / name


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_nothing_is_visible_before_the_switch(tmp_path: Path) -> None:
    staged = staging.stage(FILES, tmp_path / "releases", "00001")
    assert staged.name.startswith(".")
    assert tree(staged) == dict(FILES)
    assert not (tmp_path / "public").exists()
    staging.switch(staged, tmp_path, "00001")
    assert (tmp_path / "public").readlink() == Path("releases/00001")
    assert tree(tmp_path / "public") == dict(FILES)


def test_a_web_server_may_read_it_whatever_the_mask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        publish(tmp_path, "00001")
    finally:
        os.umask(before)
    public = tmp_path / "public"
    assert (public / "index.html").stat().st_mode & 0o777 == 0o644
    for folder in (tmp_path / "releases", public, public / "kontakte"):
        assert folder.stat().st_mode & 0o777 == 0o755


def test_the_next_release_takes_its_place_in_one_step(tmp_path: Path) -> None:
    first = publish(tmp_path, "00001")
    publish(tmp_path, "00002", (*FILES[:2], ("kontakte/b.vcf", b"new")))
    assert (tmp_path / "public").readlink() == Path("releases/00002")
    assert tree(first) == dict(FILES)


def test_what_did_not_change_is_the_same_file(tmp_path: Path) -> None:
    first = publish(tmp_path, "00001")
    second = publish(tmp_path, "00002", (*FILES[:2], ("kontakte/b.vcf", b"X")))
    assert (first / "kontakte/a.vcf").samefile(second / "kontakte/a.vcf")
    assert not (first / "kontakte/b.vcf").samefile(second / "kontakte/b.vcf")


def test_a_release_of_the_same_name_is_replaced(tmp_path: Path) -> None:
    for body in (b"one", b"two"):
        publish(tmp_path, "00001", (("index.html", body),))
    assert tree(tmp_path / "public") == {"index.html": b"two"}
    staging.prune(tmp_path, 3, 3)
    assert names(tmp_path / "releases") == ["00001"]


def test_one_that_was_never_public_is_replaced_too(tmp_path: Path) -> None:
    publish(tmp_path, "00001")
    (tmp_path / "releases/00002").mkdir()
    (tmp_path / "releases/00002/half.html").write_bytes(b"")
    publish(tmp_path, "00002")
    assert tree(tmp_path / "public") == dict(FILES)
    staging.prune(tmp_path, 3, 3)
    assert names(tmp_path / "releases") == ["00001", "00002"]


def names(folder: Path) -> list[str]:
    """What lies in a folder, hidden things included."""
    return sorted(path.name for path in folder.iterdir())


def failing() -> Iterator[tuple[str, bytes]]:
    """Files of which the second cannot be made."""
    yield "index.html", b""
    raise OSError(28, "Kein Platz mehr", "kontakte.vcf")


def test_a_failure_while_staging_leaves_all_as_it_was(tmp_path: Path) -> None:
    publish(tmp_path, "00001")
    before = tree(tmp_path)
    with pytest.raises(PublishError, match=r"kontakte.vcf: lässt sich nicht schreiben \(Kein Platz mehr\)"):
        staging.stage(failing(), tmp_path / "releases", "00002")
    assert tree(tmp_path) == before
    assert names(tmp_path / "releases") == ["00001"]


def test_the_link_is_made_before_anything_is_recorded(tmp_path: Path) -> None:
    publish(tmp_path, "00001")
    staging.stage(FILES, tmp_path / "releases", "00002")
    assert (tmp_path / ".public.neu").readlink() == Path("releases/00002")
    assert (tmp_path / "public").readlink() == Path("releases/00001")


def test_a_failure_before_the_switch_leaves_readers_where_they_were(tmp_path: Path) -> None:
    publish(tmp_path, "00001")
    with pytest.raises(PublishError):
        staging.switch(tmp_path / "releases/.nowhere", tmp_path, "00002")
    assert (tmp_path / "public").readlink() == Path("releases/00001")


def test_an_interrupted_stage_is_done_again(tmp_path: Path) -> None:
    half = tmp_path / "releases" / ".00001.neu"
    half.mkdir(parents=True)
    (half / "rest").write_bytes(b"")
    publish(tmp_path, "00001")
    assert tree(tmp_path / "public") == dict(FILES)


def test_old_releases_and_leftovers_go_but_never_the_public_one(tmp_path: Path) -> None:
    for number in range(1, 6):
        publish(tmp_path, f"0000{number}")
    staging._point(tmp_path / "public", Path("releases/00001"))
    (tmp_path / "releases/.00006.neu").mkdir()
    (tmp_path / ".public.neu").symlink_to("nowhere")
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports/.latest.neu").symlink_to("nowhere")
    staging.prune(tmp_path, 2, 2)
    assert names(tmp_path / "releases") == ["00001", "00004", "00005"]
    assert names(tmp_path) == ["public", "releases", "reports"]
    assert names(tmp_path / "reports") == []


def test_what_no_run_made_is_never_removed(tmp_path: Path) -> None:
    """Somebody may have made `releases` a link to a folder with other things in it."""
    others = ["2024", "2024-urlaub", "00001-alt", "1", "20241231-2024"]
    for name in others:
        (tmp_path / "releases" / name).mkdir(parents=True)
    for name in ("00001-2026-11-24", "00002-2026-11-25"):
        publish(tmp_path, name)
    staging.prune(tmp_path, 1, 1)
    assert names(tmp_path / "releases") == sorted([*others, "00002-2026-11-25"])


def test_pruning_nothing_and_keeping_at_least_one(tmp_path: Path) -> None:
    staging.prune(tmp_path, 3, 3)
    publish(tmp_path, "00001")
    staging.prune(tmp_path, 0, 0)
    assert names(tmp_path / "releases") == ["00001"]


def test_a_whole_publication_and_its_report(tmp_path: Path) -> None:
    with Draft(tmp_path) as draft:
        draft.release(PUBLICATION)
        draft.report(REPORT, "de")
        assert not (tmp_path / "public").exists()
        draft.show()
    export.prune(tmp_path, 1)
    export.write_release(PUBLICATION, tmp_path / "again")
    assert tree(tmp_path / "public") == tree(tmp_path / "again") == dict(export.release_files(PUBLICATION))
    assert (tmp_path / "reports/latest").readlink() == Path(PUBLICATION.run.name)
    assert sorted(path.name for path in (tmp_path / "reports/latest").iterdir()) == [
        "report.html",
        "report.json",
        "report.md",
    ]


def test_a_report_is_replaced_and_latest_never_goes_back(tmp_path: Path) -> None:
    export.write_report(REPORT, tmp_path)
    older = replace(REPORT, run=replace(REPORT.run, name="00003-2026-03-09"))
    for _ in range(2):
        export.write_report(older, tmp_path, "en")
    assert (tmp_path / "reports/latest").readlink() == Path(REPORT.run.name)
    assert "Nightly report" in (tmp_path / "reports/00003-2026-03-09/report.md").read_text(encoding="utf-8")
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "reports").rglob("*") if not path.is_symlink())


def test_what_is_not_shown_leaves_no_trace(tmp_path: Path) -> None:
    publish(tmp_path, "00001")
    before = tree(tmp_path)
    with Draft(tmp_path) as draft:
        draft.release(PUBLICATION)
        draft.report(REPORT, "de")
    assert tree(tmp_path) == before
    assert names(tmp_path / "reports") == []


def test_old_reports_go_with_the_releases(tmp_path: Path) -> None:
    for number in range(1, 6):
        export.write_report(replace(REPORT, run=replace(REPORT.run, name=f"0000{number}-2026-03-09")), tmp_path)
    export.prune(tmp_path, 2)
    assert names(tmp_path / "reports") == ["00004-2026-03-09", "00005-2026-03-09", "latest"]


def test_a_report_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "reports").write_text("a file in the way")
    with pytest.raises(PublishError, match="lässt sich nicht schreiben"):
        export.write_report(REPORT, tmp_path)


def test_many_files_are_flushed_together(tmp_path: Path) -> None:
    many = tuple((f"kontakte/{number}.vcf", b"x") for number in range(40))
    assert len(tree(publish(tmp_path, "00001", many))) == 40
