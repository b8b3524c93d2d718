"""What is a sentence and what a line of a contact."""

import pytest

from pipeline.transform.prose import looks_like_prose


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Koordinatorin der Ehrenamtlichen in der Flüchtlingsarbeit", False),
        ("Vorsitzende des Beirats für Zusammenleben (ehrenamtlich)", False),
        ("Beauftragte für Migration und interreligiösen Dialog", False),
        ("Leiterin der Sammlung und des kulturellen Zentrums", False),
        ("Ehrenamtliche begleiten Familien zu kulturellen Festen", True),
        ("Berater mischen in der Gruppe mit", True),
        ("Zugang zum Büro über den Hof hinter der Kirche", True),
        ("Termine nach Absprache mit dem Büro in der Woche", True),
        ("Hinter dem Rathaus an der Ecke zum Markt", True),
        ("Bitte wenden Sie sich mit Ihren Fragen an uns.", True),
        ("Hier finden Sie die aktuelle Liste der Stellen in den Gemeinden.", True),
        ("Beauftragter für Christen anderer Sprache und Herkunft", False),
        ("Eva Muster", False),
        ("stellv. Amtsleiter: Herr von der Heide", False),
        ("Amt für Vielfalt und Zusammenleben der Stadt Musterhausen", False),
    ],
)
def test_a_sentence_is_no_line_of_a_contact(text, prose):
    assert looks_like_prose(text) is prose
