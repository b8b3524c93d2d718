"""A collected list that names somebody who was forgotten disappears with her and does not come back."""

from __future__ import annotations

from pathlib import Path

from tests.promises.towns import town
from tests.servers import Page
from tests.sheets.made import book
from tests.whole_nights import PEOPLE


def test_a_list_among_the_documents_goes_with_whom_it_names(tmp_path: Path) -> None:
    heads = ("Gemeinde", "Name", "Funktion", "Telefon", "E-Mail")
    full, rest = (book([heads, *(row.split(";") for row in rows)]) for rows in (PEOPLE, PEOPLE[1:]))
    with town(tmp_path) as place:
        place.sources["downloads.html"] = ""
        place.configure()
        links = b"<main><h1>Downloads</h1><p>Alles zum Mitnehmen.</p><a href='/k.xlsx'>Koordinationsstellen</a></main>"
        place.serve("downloads.html", Page(links))
        place.serve("k.xlsx", Page(full, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
        assert place.here().status == 0
        documents = place.data / "public" / "dokumente"
        assert [path.name for path in documents.iterdir()] == ["Koordinationsstellen.xlsx"]
        done = place.call("forget", "Grothe", "--by", "Probst", "--why", "Wunsch")
        assert (done.status, documents.exists()) == (0, False), done.err
        assert place.here().status == 0
        assert not documents.exists()
        assert "nicht mehr aufgeführt" in str(place.report["findings"])
        place.serve("k.xlsx", Page(rest, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
        assert place.here().status == 0
        assert documents.exists()
