"""No answer takes more than a gigabyte or a minute: it is read whole, or refused in one sentence."""

from __future__ import annotations

import resource
import subprocess

import pytest

from tests.promises.towns import BARE, COMMAND

GIGABYTE = 1 << 30
ENTRY = "<p>Frau Eva Muster<br>Tel. 0711 123-{}<br>eva{}@x.example</p>"

BODIES = {
    "paragraphs": "<p>x</p>" * 700_000,
    "attributes": "<b a c d e f g h i j k l m n o p></b>" * 250_000,
    "comments and texts": "<!-->a" * 1_900_000,
    "entries": "".join(ENTRY.format(number, number) for number in range(1000, 21_000)),
    "many entries": "".join(ENTRY.format(number, number) for number in range(1000, 131_000)),
    "many rows": "Name\tTelefon\tFax\n" + "".join(f"Eva Muster\t0711 {n}\t0711 9{n}\n" for n in range(1000, 250_000)),
}


def a_gigabyte() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (GIGABYTE, GIGABYTE))


@pytest.mark.parametrize("body", BODIES)
def test_an_answer_is_read_or_refused_within_the_limits(body: str) -> None:
    done = subprocess.run(
        [*COMMAND, "extract", "-", "--format", "json"],
        input=BODIES[body].encode(),
        env=BARE,
        preexec_fn=a_gigabyte,
        check=False,
        capture_output=True,
        timeout=100,
    )
    told = done.stderr.decode()
    assert (done.returncode, told) == (0, "") or (done.returncode == 1 and "Unerwarteter" not in told), told
