"""People's names: one name read strictly, and the people named in a line. All people are invented."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import display, wording
from pipeline.errors import ValueNotUnderstood
from pipeline.model import PersonName
from pipeline.transform.name import parse_name
from pipeline.transform.name_opening import is_academic
from pipeline.transform.names import find_names, is_person, might_be_person


def name(salutation, title, given_name, family):
    return PersonName(family=family, given=given_name, title=title, salutation=salutation)


# ---- one name ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        # behind a salutation everything is the family name unless the first word is a given name
        ("Frau Özgür-Sayin", ("Frau", None, None, "Özgür-Sayin")),
        ("Frau Lomidze Ferreira", ("Frau", None, None, "Lomidze Ferreira")),
        ("Frau Eva Muster", ("Frau", None, "Eva", "Muster")),
        ("Herr Ixno Müller", ("Herr", None, "Ixno", "Müller")),  # a common family name behind an unknown word
        ("Frau Wobke Paulsen", ("Frau", None, "Wobke", "Paulsen")),  # built as only family names are
        ("Herr Dr. Tjorven Kuhlmann", ("Herr", "Dr.", "Tjorven", "Kuhlmann")),
        ("Herr Kowalski Hansen", ("Herr", None, None, "Kowalski Hansen")),
        ("Herr Heilig", ("Herr", None, None, "Heilig")),  # a word of the page as well
        ("Frau Eva Montag", ("Frau", None, "Eva", "Montag")),
        ("Frau Heike Post", ("Frau", None, "Heike", "Post")),
        ("Herr August Stock", ("Herr", None, "August", "Stock")),
        ("Herr Raum", ("Herr", None, None, "Raum")),
        ("Dr. Rosemarie Link", (None, "Dr.", "Rosemarie", "Link")),
        ("Frau Link, Cornelia", ("Frau", None, "Cornelia", "Link")),
        ("Julia Post", (None, None, "Julia", "Post")),
        ("Nguyen Thi Hoa", (None, None, "Thi Hoa", "Nguyen")),
        ("Herr Ngoc Son Pham", ("Herr", None, "Ngoc Son", "Pham")),
        ("Herr Jan van Le", ("Herr", None, "Jan", "van Le")),
        ("Frau Eva Muster Pham", ("Frau", None, "Eva", "Muster Pham")),
        ("Herr Tom Dinh Le", ("Herr", None, "Tom", "Dinh Le")),
        ("Herr Thong Nguyen Van", ("Herr", None, "Thong", "Nguyen Van")),  # the same in the order of speech
        ("Herr Tran Le Minh", ("Herr", None, None, "Tran Le Minh")),
        ("Frau Bui Weber", ("Frau", None, "Bui", "Weber")),
        ("Frau Dr. phil. Runa Thorwart", ("Frau", "Dr. phil.", "Runa", "Thorwart")),
        ("Frau Eva Muster²", ("Frau", None, "Eva", "Muster")),  # a note below
        ("Muster¹, Eva", (None, None, "Eva", "Muster")),
        ("Herr Hoang, Van Duc", ("Herr", None, "Van Duc", "Hoang")),
        ("Petersen, Jens Boy", (None, None, "Jens Boy", "Petersen")),  # a name that no list knows beside one
        ("Muster, Ernst August", (None, None, "Ernst August", "Muster")),
        ("Tafel, Eva", (None, None, "Eva", "Tafel")),
        ("Mai Tran-Becker", (None, None, "Mai", "Tran-Becker")),
        ("Herr Rektor Serkan Polat", ("Herr", None, "Serkan", "Polat")),  # a function, though families are called so
        ("Herr Rektor Polat", ("Herr", None, None, "Rektor Polat")),
        ("Frau Springer Eva Maria", ("Frau", None, None, "Springer Eva Maria")),
        ("RAin Eva Muster", (None, "RAin", "Eva", "Muster")),
        ("Frfr. von Muster, Eva", (None, None, "Eva", "Frfr. von Muster")),
        ("Dr. Uwe Frhr. von Muster", (None, "Dr.", "Uwe", "Frhr. von Muster")),
        ("Uwe Frhr. v. Muster", (None, None, "Uwe", "Frhr. v. Muster")),
        ("Frau v. d. Muster", ("Frau", None, None, "v. d. Muster")),
        ("Samir al-Muster", (None, None, "Samir", "al-Muster")),
        ("RD'in Eva Muster", (None, "RD'in", "Eva", "Muster")),
        ("Ltd. RD Dr. Eva Muster", (None, "Ltd. RD Dr.", "Eva", "Muster")),
        ("KMD Eva Muster", (None, "KMD", "Eva", "Muster")),
        ("Gertrud Imhäuser", (None, None, "Gertrud", "Imhäuser")),
        ("Herrn Karl-Heinz Muster", ("Herr", None, "Karl-Heinz", "Muster")),
        ("Hr. Muster", ("Herr", None, None, "Muster")),
        ("Fr. Dr. Muster", ("Frau", "Dr.", None, "Muster")),
        ("HERR MUSTER", ("Herr", None, None, "Muster")),
        ("Frau Sonntag", ("Frau", None, None, "Sonntag")),
        ("Herr Hofmeister", ("Herr", None, None, "Hofmeister")),
        # titles before and behind
        ("Prof. em. Dr. Eva Muster", (None, "Prof. em. Dr.", "Eva", "Muster")),
        ("Prof. Dr.-Ing. Amadou N’Diaye", (None, "Prof. Dr.-Ing.", "Amadou", "N’Diaye")),
        ("Dr. med. Eva Muster", (None, "Dr. med.", "Eva", "Muster")),
        ("Dipl.-Päd. Gudrun Muster", (None, "Dipl.-Päd.", "Gudrun", "Muster")),
        ("Frau Dipl.-Sozialpädagogin (FH) Eva Muster", ("Frau", "Dipl.-Sozialpädagogin (FH)", "Eva", "Muster")),
        ("Eva Muster, M.A.", (None, "M.A.", "Eva", "Muster")),
        ("Tom Muster LL.M.", (None, "LL.M.", "Tom", "Muster")),
        ("P. Shibu Muster", (None, "P.", "Shibu", "Muster")),
        ("Pastor i. R. Detlef Muster", (None, "Pastor i. R.", "Detlef", "Muster")),
        ("Diakon Matthias Muster", (None, "Diakon", "Matthias", "Muster")),
        ("Pfarrer Dr. Lorenz Muster", (None, "Pfarrer Dr.", "Lorenz", "Muster")),
        ("Schwester Maria", (None, "Schwester", None, "Maria")),
        # particles
        ("Frau Dr. von der Höhe", ("Frau", "Dr.", None, "von der Höhe")),
        ("Herr von Alten", ("Herr", None, None, "von Alten")),
        ("Frau Eva von Alten", ("Frau", None, "Eva", "von Alten")),
        ("Muster Eva, Frau", ("Frau", None, "Eva", "Muster")),
        ("Muster, Dr. Uwe, Herr", ("Herr", "Dr.", "Uwe", "Muster")),
        ("Dr. Uwe Muster (Herr)", ("Herr", "Dr.", "Uwe", "Muster")),
        ("Muster, Fr.", ("Frau", None, None, "Muster")),
        ("Herr Dr. Momme von Blum", ("Herr", "Dr.", "Momme", "von Blum")),
        ("Herr Müller von Blum", ("Herr", None, None, "Müller von Blum")),
        ("Herr Graf von Blum", ("Herr", None, None, "Graf von Blum")),
        ("Frau van Ost", ("Frau", None, None, "van Ost")),
        ("Yvonne von Hohenstein", (None, None, "Yvonne", "von Hohenstein")),
        ("Leopold Graf von Muster", (None, None, "Leopold", "Graf von Muster")),
        ("Samira El Hadidi", (None, None, "Samira", "El Hadidi")),
        ("Maria de la Cruz Lopez", (None, None, "Maria", "de la Cruz Lopez")),
        ("Thomas Muster-von der Au", (None, None, "Thomas", "Muster-von der Au")),
        ("Jan van den Berg", (None, None, "Jan", "van den Berg")),
        ("Frau Ben Amor", ("Frau", None, None, "Ben Amor")),
        ("Herr Enno tom Dieck", ("Herr", None, "Enno", "tom Dieck")),
        ("Dr. Unbekannt von Muster", (None, "Dr.", "Unbekannt", "von Muster")),
        ("Frau Annekathrin Muster", ("Frau", None, "Annekathrin", "Muster")),
        ("Frau Unbekannt Muster-Lang", ("Frau", None, "Unbekannt", "Muster-Lang")),
        ("BGR Max Josef Muster", (None, "BGR", "Max Josef", "Muster")),
        ("Ben Muster", (None, None, "Ben", "Muster")),
        ("Karl-Heinz D'Angelo", (None, None, "Karl-Heinz", "D'Angelo")),
        # family name first
        ("Muster, Eva", (None, None, "Eva", "Muster")),
        ("Kaya Ali", (None, None, "Ali", "Kaya")),  # both are family names, the first no given name
        ("Zerihun Ali", (None, None, "Zerihun", "Ali")),
        ("Frau Eva auf der Heide", ("Frau", None, "Eva", "auf der Heide")),
        ("auf dem Berge, Eva", (None, None, "Eva", "auf dem Berge")),
        ("Frau Unbekannt van der Muster", ("Frau", None, "Unbekannt", "van der Muster")),
        ("Frau Unbekannt de Muster", ("Frau", None, None, "Unbekannt de Muster")),
        ("Burmeister, Eva", (None, None, "Eva", "Burmeister")),
        ("Wegmeister, Eva", (None, None, "Eva", "Wegmeister")),
        ("Muster, Eva Dr. med.", (None, "Dr. med.", "Eva", "Muster")),
        ("Mustermann Eva, Dr.", (None, "Dr.", "Eva", "Mustermann")),
        ("Frau Muster, Dr. med.", ("Frau", "Dr. med.", None, "Muster")),
        ("Frau Dr. Eva Droste zu Vischering", ("Frau", "Dr.", "Eva", "Droste zu Vischering")),
        ("Eva v. d. Heide", (None, None, "Eva", "v. d. Heide")),
        ("Frau / Ms Eva Muster", ("Frau", None, "Eva", "Muster")),
        ("Ayşe Nur Muster", (None, None, "Ayşe Nur", "Muster")),
        ("Frau Ayşe Nur Muster", ("Frau", None, "Ayşe Nur", "Muster")),
        ("Pani Eva Muster", ("Frau", None, "Eva", "Muster")),  # beside a Polish town
        ("Herr/Mr. Dr. Uwe Muster", ("Herr", "Dr.", "Uwe", "Muster")),
        ("Muster, Frau Dr. Eva", ("Frau", "Dr.", "Eva", "Muster")),
        ("Dr. Muster, Vroni", (None, "Dr.", "Vroni", "Muster")),
        ("El Hadidi, Samira", (None, None, "Samira", "El Hadidi")),
        ("Sallern, Leopold zu", (None, None, "Leopold", "zu Sallern")),
        ("Zu Sallern, Leopold", (None, None, "Leopold", "zu Sallern")),
        ("Van den Muster, Lieke", (None, None, "Lieke", "Van den Muster")),
        ("Von der Höhe, Uwe", (None, None, "Uwe", "von der Höhe")),
        ("Op den Kamp, Eva", (None, None, "Eva", "Op den Kamp")),
        ("Rehfeldt-Okoro, S.", (None, None, "S.", "Rehfeldt-Okoro")),
        ("Ernst-August Lambert", (None, None, "Ernst-August", "Lambert")),  # a month by itself is none
        ("MUSTERMANN Eva", (None, None, "Eva", "Mustermann")),
        ("Mustermann Eva", (None, None, "Eva", "Mustermann")),
        ("EVA VON MUSTER", (None, None, "Eva", "von Muster")),
        # ranks
        ("PHK Eva Muster", (None, None, "Eva", "Muster")),
        ("StBI Uwe Beispiel", (None, None, "Uwe", "Beispiel")),
        ("Frau PHKin Eva Muster", ("Frau", None, "Eva", "Muster")),
        ("Herr PHK Muster", ("Herr", None, None, "Muster")),
        ("Herr JP Ott", ("Herr", None, "JP", "Ott")),
        ("PHKin Eva-Maria Muster", (None, None, "Eva-Maria", "Muster")),
        ("OTT Eva", (None, None, "Eva", "Ott")),
        ("BECK Eva Maria", (None, None, "Eva Maria", "Beck")),
        # initials
        ("T. Muster", (None, None, "T.", "Muster")),
        ("Herr H.-P. Muster", ("Herr", None, "H.-P.", "Muster")),
        ("Muster, J.", (None, None, "J.", "Muster")),
        ("Herr Mustermeier J.", ("Herr", None, "J.", "Mustermeier")),
        ("Frau Dr. Schmitz H.-P.", ("Frau", "Dr.", "H.-P.", "Schmitz")),
        ("Uwe Muster d. J.", (None, None, "Uwe", "Muster")),
        # additions
        ("Eva (Evi) Muster", (None, None, "Eva", "Muster")),
        ("Frau Eva Muster geb. Beispiel", ("Frau", None, "Eva", "Muster")),
        ("i.V. Frau Muster", ("Frau", None, None, "Muster")),
        ("• Eva Muster:", (None, None, "Eva", "Muster")),
        # a column of names needs no known given name
        ("Larissa Teixeira Prinz", (None, None, "Larissa", "Teixeira Prinz")),
        ("Qwerta Musterling", (None, None, "Qwerta", "Musterling")),
        ("Muster", (None, None, None, "Muster")),
    ],
)
def test_one_name(text, parts):
    assert parse_name(text).name == name(*parts)


def test_a_short_family_name_is_no_given_name():
    for text in ("Frau Eva M.", "Frau Qwerta M.", "Haus B.", "Block A."):
        with pytest.raises(ValueNotUnderstood):
            parse_name(text)


def test_a_short_given_name_behind_the_family_name_of_a_line():
    assert [found.name for found in find_names("Herr Mustermeier K.")] == [name("Herr", None, "K.", "Mustermeier")]
    assert not find_names("Haus Mustermeier K.")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Muster Qwerta", (None, None, "Qwerta", "Muster")),
        ("El Hadidi Samira", (None, None, "Samira", "El Hadidi")),
        ("Muster", (None, None, None, "Muster")),
        ("Frau Muster Eva Maria", ("Frau", None, "Eva Maria", "Muster")),
    ],
)
def test_a_source_may_write_the_family_name_first(text, parts):
    assert parse_name(text, family_first=True).name == name(*parts)


@pytest.mark.parametrize(
    "text",
    [
        "Bauamt, Hans Peter",
        "Sozialamt, Eva",
        "Tafel, Eva Maria",
        "Muster, Hans Schmidt",  # somebody else
        "",
        "N.N.",
        "Stelle derzeit nicht besetzt",
        "Eva Muster, Leiterin",
        "Eva Muster (Leitung)",
        "Leiterin: Eva Muster",
        "Eva und Tom Muster",
        "Eva Muster, Tom Beispiel",
        "Frau Muster / Herr Beispiel",
        "Dr. Muster, Dr. Beispiel",
        "Team Integration",
        "Sozialamt",
        "Frau Bürgermeisterin",
        "Frau Kultur",
        "Frau Eva Telefon",
        "Frau Eva Raum 12",
        "Frau Eva Rathaus",
        "Kontakt, Eva",
        "Standort Neustadt",
        "Eva Muster 0711",
        "eva.muster@stadt.example",
        "Muster, Sekretariat",
        "x" * 200,
    ],
)
def test_anything_else_is_no_name(text):
    with pytest.raises(ValueNotUnderstood):
        parse_name(text)


def test_a_function_inside_the_name_is_kept_beside_it():
    found = parse_name("Herr Bürgermeister Heiko Muster")
    assert found.name == name("Herr", None, "Heiko", "Muster")
    assert found.role == "Bürgermeister"


def test_every_step_has_words():
    for text in ("Muster, Eva", "MUSTER Eva", "Eva (Evi) Muster", "HERRN MUSTER"):
        for step in parse_name(text).steps:
            assert wording.step(step.rule) != step.rule


GIVEN = st.sampled_from(["Eva", "Karl-Heinz", "Ayşe", "Oleksandr", "T.", "Hans Peter", "Zoë", "H.-P."])
FAMILY = st.sampled_from(
    ["Muster", "Müller-Lang", "von der Höhe", "El Hadidi", "D'Angelo", "N’Diaye", "zu Sallern", "van den Berg", "Öğünç"]
)
TITLE = st.sampled_from([None, "Dr.", "Prof. Dr.", "Dr. med.", "Dipl.-Päd.", "Pfarrerin", "Prof. Dr.-Ing."])
NAMES = st.builds(PersonName, FAMILY, GIVEN, TITLE, st.sampled_from([None, "Frau", "Herr"]))


@given(NAMES)
def test_a_name_as_shown_reads_as_itself(value):
    assert parse_name(display.name(value)).name == value


@given(NAMES.filter(lambda value: value.salutation or value.title))
def test_a_name_is_found_in_a_line(value):
    found = find_names(f"Kontakt: {display.name(value)}, Telefon 0711 123-0")
    assert [one.name for one in found] == [value]


# ---- names in a line -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Frau Dr. Eva Muster (Leitung)", ["Frau Dr. Eva Muster"]),
        ("Ansprechpartnerin: Eva Muster, Tel. 0711 123-0", ["Eva Muster"]),
        ("Dezernatsleiterin Eva Muster", ["Eva Muster"]),
        ("Eva Muster Dezernatsleiterin", ["Eva Muster"]),
        ("Frau Muster / Herr Beispiel", ["Frau Muster", "Herr Beispiel"]),
        ("Frau Muster, Frau Maier und Herr Beispiel", ["Frau Muster", "Frau Maier", "Herr Beispiel"]),
        ("Herr Mueller, Belegungssteuerung", ["Herr Mueller"]),
        ("Eva Muster, Standesbeamtin", ["Eva Muster"]),
        ("Standesbeamtin Eva Muster", ["Eva Muster"]),
        ("Frau Standesbeamtin", []),
        ("Frau Muster, Xanthippa", ["Frau Xanthippa Muster"]),
        ("Eva und Tom Muster", ["Eva Muster", "Tom Muster"]),
        ("Eva u. Tom Muster", ["Eva Muster", "Tom Muster"]),
        ("u. a. Muster", []),
        ("Eva Muster, Tom Maier", ["Eva Muster", "Tom Maier"]),
        (
            "Sprecher: Darius und Marlene Tavaki, Irmtraud Muster",
            ["Darius Tavaki", "Marlene Tavaki", "Irmtraud Muster"],
        ),
        ("Herr und Frau Muster", ["Herr Muster", "Frau Muster"]),
        ("Bitte wenden Sie sich an Frau Muster von der Stadt oder Herrn Maier.", ["Frau Muster", "Herr Maier"]),
        ("Eva Muster Reutlingen", ["Eva Muster"]),
        ("Prof. Dr. Hedwig Stollwerk", ["Prof. Dr. Hedwig Stollwerk"]),
        ("Frau Hedwig Stollwerk (Leitung)", ["Frau Hedwig Stollwerk"]),
        ("Amtsleiterin Hedwig Stollwerk", ["Hedwig Stollwerk"]),
        ("Verein Hedwig Stollwerk", []),
        ("Frau Ing. Eva Muster", ["Frau Ing. Eva Muster"]),
        ("Herr Ing. Muster", ["Herr Ing. Muster"]),
        ("Ing. Eva Muster", ["Ing. Eva Muster"]),
        ("Ing. Muster GmbH", []),
        ("Ing. Eva Muster KG", []),
        ("Schwester Hedwig Jugendwerk", ["Schwester Hedwig"]),
        ("Frau Martin Stollwerk", ["Frau Martin"]),
        ("Büro Frau Müllers", ["Frau Müller"]),
        ("Büro Frau Peters", ["Frau Peters"]),
        ("MUSTERMANN Eva", ["Eva Mustermann"]),
        ("Fr. Muster Telefon 0711 12", ["Frau Muster"]),
        ("Käte Bürgermeister, Tel. 0711 12", ["Käte Bürgermeister"]),
        ("Eva Muster Bürgermeister", ["Eva Muster"]),
        ("Muster, Eva | Leiterin | 12", ["Eva Muster"]),
        ("Friedrich, Eva, Tel. 12", ["Eva Friedrich"]),
        ("Friedrich, Eva (Leitung)", ["Eva Friedrich"]),  # two given names, and one of them is a usual family name
        ("Frau Muster, Wohnraumakquise", ["Frau Muster"]),
        ("Frau Muster, Wohngeld", ["Frau Muster"]),
        ("Frau Muster, Kleiderkammer", ["Frau Muster"]),
        ("Frau Tran, Systemadministration", ["Frau Tran"]),
        ("Frau Muster, Patenschaften", ["Frau Muster"]),
        ("Arndt-Wolf, Eva (Leitung)", ["Eva Arndt-Wolf"]),
        ("Ben Salah, Amira; Vorsorge", ["Amira Ben Salah"]),
        ("Karl, Otto; Kasse", ["Otto Karl"]),
        ("Karl Otto, Amira, Kasse", ["Karl Otto"]),
        ("Muster, Dr. Eva, Zimmer 12", ["Dr. Eva Muster"]),
        ("Anna, Maria, Eva", []),
        ("Mai Eva Muster", ["Mai Eva Muster"]),
        ("Haus, Klaus-Dieter", ["Klaus-Dieter Haus"]),
        ("Frau Muster Frau Beispiel", ["Frau Muster", "Frau Beispiel"]),
        ("Frauentreff Rosa Muster", []),
        ("Familie Muster", []),
        ("Frau und Beruf", []),
        ("Frau Post hilft", ["Frau Post"]),
        ("Frau Heike Post, Tel. 0711 12", ["Frau Heike Post"]),
        ("Frau Heike Raum 12", ["Frau Heike"]),
        ("Julia Post", []),
        ("Ehepaar Eva und Tom Muster", ["Eva Muster", "Tom Muster"]),
        ("E. und T. Muster-Probe, 0711 12", ["E. Muster-Probe", "T. Muster-Probe"]),
        ("Haus A. und B. Muster", ["B. Muster"]),
        ("Gruppe A. und Eva Muster", ["Eva Muster"]),
        ("Eva M. und T. Muster", ["T. Muster"]),
        ("M. und M. Stiftung", []),
        ("Pfrin. Eva und Pfr. Tom Muster", ["Pfrin. Eva Muster", "Pfr. Tom Muster"]),
        ("Dr. Peter und Dr. Eva Muster", ["Dr. Peter", "Dr. Eva Muster"]),
        ("Pater Uwe Muster MCBS", ["Pater MCBS Uwe Muster"]),
        ("Pater Uwe MUSTER", ["Pater Uwe Muster"]),
        ("Sr. Anna Lena WEBER, Tel.", ["Sr. Anna Lena Weber"]),
        ("Sr. Anna Lena BECK", ["Sr. Anna Lena Beck"]),
        ("Sr. Anna Lena Weber MCBS", ["Sr. MCBS Anna Lena Weber"]),
        ("Vanya Unbekannt (they/them)", ["Vanya Unbekannt"]),
        ("Kleiderkammer Altbau (Keller/Hof)", []),
        ("Fr 8-12 Uhr", []),
        ("Mo bis Fr Termine nach Vereinbarung", []),
        ("Haus Martin Luther", []),
        ("Anna Muster Stiftung", []),
        ("Rosa Luxemburg Straße", []),
        ("Rosa Luxemburg Allee 3", []),
        ("Robert Muster Institut", []),
        ("Emil Muster AG", []),
        ("Villa Rosa", []),
        ("Eva Zimmer 12", []),
        ("Frau Muster Zimmer 12", ["Frau Muster"]),
        ("Frau Eva Zimmer", ["Frau Eva Zimmer"]),
        ("Herr der Lage", []),
        ("Martin-Luther-Haus", []),
        ("Sankt Martin Kirche", []),
        ("K.Dahlke[at]muster.example", []),
        ("z. B. Test", []),
        ("Frau Integrationsbeauftragte", []),
        ("Herr Ltd. SAD Uwe Beispiel", ["Herr Ltd. SAD Uwe Beispiel"]),
        ("Frau Bgm. Muster", ["Frau Bgm. Muster"]),
        ("Leitung: Eva Muster DW 12", ["Eva Muster"]),
        ("Team Integration", []),
        ("", []),
        ("Gesine von Alten – Diversity-Referentin", ["Gesine von Alten"]),
        ("Gesine von Alten: 07161 302-110", ["Gesine von Alten"]),
        ("Besuch von Alten – Referentin gesucht", []),
        ("Betreuung von Alten: 07161 302-110", []),
    ],
)
def test_people_in_a_line(line, people):
    assert [display.name(found.name) for found in find_names(line)] == people


def test_what_follows_a_list_name_is_not_part_of_it():
    (found,) = find_names("Eva Muster, ;;;;;;")
    assert (found.start, found.end) == (0, len("Eva Muster"))


def test_a_name_stands_where_it_is_found():
    line = "Leitung:\u00a0 Frau\u200b Eva  Muster, Tel. 0711"
    (found,) = find_names(line)
    assert line[found.start : found.end] == "Frau\u200b Eva  Muster"


# ---- is it a person? -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "Eva Muster",
        "Frau Qwert",
        "Muster, Eva",
        "Dr. Muster",
        "K. Dahlke",
        "Mustermann Eva",
        "Oksana Musterenko",
        "Frau Montag",
    ],
)
def test_a_line_that_is_a_person(line):
    assert is_person(line)


@pytest.mark.parametrize(
    "line",
    [
        "Team Integration",
        "Sozialer Dienst",
        "Diakonie Esslingen",
        "Rathaus Aichwald",
        "Haus Martin",
        "Villa Rosa",
        "Marktplatz 1",
        "Altes Rathaus",
        "Neue Mitte",
        "Social Media",
        "Leichte Sprache",
        "Montag",
        "Mai",
        "Impressum",
        "Bad Musterstadt",
        "Eva Muster, Leiterin",
        "Eva und Tom Muster",
        "x" * 500,
    ],
)
def test_a_line_that_is_no_person(line):
    assert not is_person(line)


def test_a_line_may_have_the_form_of_a_name():
    assert might_be_person("Qwerta Musterling")
    assert not might_be_person("Soziale Betreuung")
    assert not might_be_person("Musterling")
    assert not might_be_person("Q" * 100)


@pytest.mark.parametrize(
    "line",
    [
        "Bischöfliches Qwertariat",
        "Königliches Hofgut",
        "Kreisdiakonisches Werk",
        "Jüdischer Kulturbund",
        "Katholische Qwerterei",
        "Regionales Schulungsheim",
        "Grünes Klassenzimmer",
        "Psychosoziale Notfallversorgung",
    ],
)
def test_an_adjective_and_a_noun_are_nobody(line):
    assert not might_be_person(line)
    with pytest.raises(ValueNotUnderstood):
        parse_name(line)


@pytest.mark.parametrize("line", ["Meyer zu Holte, Eva", "Frau Meyer zu Holte"])
def test_an_estate_ends_a_family_name_alone(line):
    assert [found.name.family for found in find_names(line)] == ["Meyer zu Holte"]


@pytest.mark.parametrize(
    "line", ["Fischer Qwerta", "Fröhlicher Qwerta", "Fernandes Maria", "Hermes Kaufmann", "Qwertalis Muster"]
)
def test_a_name_that_ends_like_an_adjective_is_one(line):
    assert might_be_person(line)


@pytest.mark.parametrize(
    ("line", "family"),
    [
        ("Eva Meyer zu Holte", "Meyer zu Holte"),
        ("Eva Meyer zu Gast", "Meyer"),
        ("Eva Meyer zu Wohngeld", "Meyer"),
        ("Eva Muster zu Holte", "Muster"),
        ("Eva Meyer zu Holte spricht", "Meyer"),
    ],
)
def test_an_estate_ends_a_name_that_goes_on_so(line, family):
    assert [found.name.family for found in find_names(line)] == [family]


@given(st.text(alphabet=st.sampled_from("AaEvÖü .,-'’()/&:1@undFrau Dr.Herr von\n\u00a0")) | st.text())
def test_no_text_breaks_it(text):
    for found in find_names(text):
        assert 0 <= found.start < found.end <= len(text)
    is_person(text)
    might_be_person(text)


SALUTATIONS = {"Frau", "FRAU", "Fr", "Herr", "Herrn", "Fräulein", "Mrs", "Eheleute"}
SAID = st.sampled_from([*sorted(SALUTATIONS), "Fr.", "Dr.", "Prof.", "von", "Bürgermeister", "Eva", "Muster"])
SIGN = st.sampled_from([" ", ", ", "\n", "/", " / ", " und ", "-", " (", ") "])


@given(st.lists(st.tuples(SAID, SIGN), max_size=5), st.booleans())
def test_nobody_is_called_by_a_salutation(said, family_first):
    text = "".join(word + sign for word, sign in said).rstrip()
    found = [one.name for one in find_names(text)]
    with suppress(ValueNotUnderstood):
        found.append(parse_name(text, family_first).name)
    called = {word for one in found for word in f"{one.given} {one.family}".split(" ")}
    assert not called & SALUTATIONS


def test_the_mark_of_a_note_is_no_part_of_a_name_in_a_sentence() -> None:
    line = "Frau Eva Muster² und Herr Uwe Blum¹ beraten"
    found = find_names(line)
    assert [line[each.start : each.end] for each in found] == ["Frau Eva Muster²", "Herr Uwe Blum¹"]
    assert [each.name for each in found] == [name("Frau", None, "Eva", "Muster"), name("Herr", None, "Uwe", "Blum")]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Friedrich („Fritz“) Blum, Tel. priv.", ["Friedrich Blum"]),
        ("Leitung: Eva „Evi“ Muster, Zimmer 3", ["Eva Muster"]),
        ('Friedrich "Fritz" Blum', ["Friedrich Blum"]),
        ("Kita Maria „Regenbogen“ Neustadt, Tel.", []),  # a house is called so
        ("Café „Kunterbunt“ Neustadt, Tel.", []),
    ],
)
def test_what_somebody_is_called_between_her_names(line: str, people: list[str]) -> None:
    assert [f"{found.name.given} {found.name.family}" for found in find_names(line)] == people


@pytest.mark.parametrize(
    ("title", "for_life"),
    [
        ("Dr.", True),
        ("Dr. med. dent.", True),
        ("Prof. Dr.-Ing.", True),
        ("Dipl.-Sozialpädagogin (FH)", True),
        ("M.A.", True),
        ("Pfarrer Dr.", False),
        ("Vikarin", False),
        ("LKMD", False),
        ("Pater", False),
    ],
)
def test_a_title_for_life(title: str, for_life: bool) -> None:
    assert is_academic(title) == for_life
