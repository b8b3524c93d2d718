"""Write the golden files anew."""

from tests.export.golden import FOLDER, golden

for name, body in golden().items():
    (FOLDER / name).write_bytes(body)
