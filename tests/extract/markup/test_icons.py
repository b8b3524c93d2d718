"""What kind a number is by the icons, classes and words before it."""

from __future__ import annotations

import pytest

from pipeline.extract.page.reader import read_page
from pipeline.model import Phone, Rules

_NUMBER = '<span class="p-tel">0651 718-3548</span>'


def kinds(html: str) -> list[str]:
    page = f"<main><p>Frau Eva Muster<br>{html}</p></main>"
    found = [one.value for record in read_page(page.encode(), None, Rules()).records for one in record.readings]
    return [value.kind for value in found if hasattr(value, "kind")]


@pytest.mark.parametrize(
    "before",
    [
        '<span class="icon icon--fax" title="Fax"></span>', '<i class="fa fa-fax"></i> ',
        '<img src="f.png" alt="Fax"> ',
        '<svg class="icon"><use href="#icon-fax"></use></svg> ', '<i class="fa fa-fax"></i><br>', "Fax: ",
    ],
)  # fmt: skip
def test_a_word_or_an_icon_before_a_number_says_more_than_the_class_that_all_numbers_have(before: str) -> None:
    assert kinds(before + _NUMBER) == ["fax"]


@pytest.mark.parametrize(
    "before",
    [
        '<span class="fax"></span>', '<span class="fax"><i class="fa fa-fax"></i></span>', "Tel.: ",
        '<i class="fa fa-fax"></i> <i class="fa fa-phone"></i> ',
    ],
)  # fmt: skip
def test_an_empty_field_says_nothing_of_the_number_behind_it(before: str) -> None:
    assert kinds(before + _NUMBER) == ["voice"]


def test_each_icon_is_of_one_number() -> None:
    assert kinds(f'<i class="fa fa-fax"></i> {_NUMBER}<br><span class="tel">0651 718-3541</span>') == ["fax", "voice"]
    assert kinds('<i class="fa fa-fax"></i> 0651 718-3548<br><span class="tel">0651 718-3541</span>') == [
        "fax",
        "voice",
    ]


@pytest.mark.parametrize("field", ['title="Durchwahl"', 'aria-label="Nebenstelle"', 'class="kontakt__durchwahl"'])
def test_a_durchwahl_may_be_labelled_by_its_field_alone(field: str) -> None:
    page = (
        "<main><p>Tel. 0651 718-3500, Fax 0651 718-3599</p>"
        f"<ul><li>Frau Eva Muster – <span {field}>3501</span> – Zimmer 210</li></ul></main>"
    )
    numbers = [
        value.e164
        for record in read_page(page.encode(), None, Rules()).records
        for value in (reading.value for reading in record.readings)
        if isinstance(value, Phone)
    ]
    assert numbers == ["+496517183500", "+496517183599", "+496517183501"]
