"""What one run is about to show: everything that can fail is done aside, then it is shown, the release last of all."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from types import TracebackType

from pipeline.export import staging
from pipeline.model import Finding, Publication, Report


class Draft:
    """A release and reports in the making, beside what readers see; what is not shown in the end leaves no trace."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._release: tuple[Path, str] | None = None
        self._reports: list[tuple[Path, str]] = []

    def __enter__(self) -> Draft:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):
            staging.tidy(self._data)

    def release(self, publication: Publication) -> tuple[Finding, ...]:
        """Make the files of a release; returns why some of them cannot be made. Raises PublishError."""
        from pipeline.export import files_of, prepared

        name, before, made = publication.run.name, self._data / "public", prepared(publication)
        self._release = staging.stage(files_of(made, before), self._data / "releases", name), name
        return made.copies.missing

    def report(self, report: Report, language: str) -> None:
        """Make the three files of a report. Raises PublishError."""
        from pipeline.export.report import FORMATS, render

        files = [(f"report.{form}", render(report, form, language).encode()) for form in FORMATS]
        name = report.run.name
        self._reports.append((staging.stage_report(files, self._data / "reports", name), name))

    def show(self) -> None:
        """Give everything its name; `public` points to the release in the very last step. Raises PublishError."""
        for aside, name in self._reports:
            staging.show_report(aside, self._data / "reports", name)
        if self._release:
            aside, name = self._release
            staging.switch(aside, self._data, name)
