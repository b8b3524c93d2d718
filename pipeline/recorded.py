"""What is recorded of every night beside its people, a quiet one included."""

from __future__ import annotations

from pipeline.config import Config
from pipeline.gather import Tonight
from pipeline.stored import Settings


def workbooks(nights: tuple[Tonight, ...]) -> tuple[bytes, ...]:
    """The workbooks that were read anew, and what they say."""
    return tuple(body for n in nights if n.upload for body in (n.upload.body, n.upload.packed))


def settings_of(config: Config) -> Settings:
    """What a release needs to know of the configuration."""
    sources = tuple((source.id, source.priority) for source in config.sources)
    district = config.district
    return Settings(district.name, district.ags, config.publish.language, config.publish.fields, sources)
