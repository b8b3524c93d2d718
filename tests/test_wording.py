"""Whatever the program finds, does or decides has words, in German and in English."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import wording
from pipeline.model import FIELDS, Finding

ROOT = Path(__file__).parent.parent / "pipeline"


def first_arguments(name: str) -> Iterator[str]:
    """Every literal that is somewhere the first argument of a call of `name`."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", None) == name and node.args:
                for literal in ast.walk(node.args[0]):
                    if isinstance(literal, ast.Constant) and isinstance(literal.value, str):
                        yield literal.value


@pytest.mark.parametrize("code", sorted(set(first_arguments("Finding"))))
def test_every_finding_has_a_sentence(code: str) -> None:
    assert code in wording.FINDINGS


@pytest.mark.parametrize("rule", sorted(set(first_arguments("Step"))))
def test_every_step_has_a_name(rule: str) -> None:
    assert rule in wording.STEPS


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_has_a_name(field: str) -> None:
    assert wording.field_name(field) != wording.field_name(field, "en") or field in ("name",)


def test_a_sentence_takes_its_details_and_leaves_out_what_is_missing() -> None:
    finding = Finding("document_failed", "warning", "Flyer")
    assert wording.message(finding).startswith("Das Dokument „Flyer“")
    assert wording.message(finding, "en").startswith("The document")


def test_what_has_no_words_yet_is_shown_by_its_code() -> None:
    assert wording.message(Finding("neu", "info", "was")) == "neu: was"
    assert (wording.step("neu"), wording.reason("neu"), wording.field_name("neu")) == ("neu", "neu", "neu")


@pytest.mark.parametrize(
    ("details", "said"),
    [
        ({"count": "1", "total": "4"}, "liste: 1 von bisher 4 Kontakten fehlt heute"),
        ({"count": "3", "total": "4"}, "liste: 3 von bisher 4 Kontakten fehlen heute"),
        ({"count": "1", "total": "1"}, "liste: 1 von bisher 1 Kontakt fehlt heute"),
    ],
)
def test_a_number_decides_the_words_around_it(details: dict[str, str], said: str) -> None:
    finding = Finding("held_removed", "warning", "liste", source="liste", details=tuple(details.items()))
    assert wording.message(finding).startswith(said)
