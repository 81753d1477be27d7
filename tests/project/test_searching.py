"""`tafla search` beside a running server."""

from pathlib import Path

from tests.project.test_serve import tafla
from tests.support.servers import running


def test_the_index_is_made_and_compared_while_the_server_runs(tmp_path: Path) -> None:
    assert tafla(tmp_path, "migrate").returncode == 0
    assert tafla(tmp_path, "demo").returncode == 0
    with running(["tafla.project.live"], tmp_path):
        early = tafla(tmp_path, "search", "--check")
        assert (early.returncode, "The index is being made: 0 of " in early.stdout) == (1, True)
        made = tafla(tmp_path, "search", "--rebuild")
        assert (made.returncode, made.stderr) == (0, "")
        assert "The index is made: " in made.stdout
        for more in ([], ["--sample", "50"]):
            checked = tafla(tmp_path, "search", "--check", *more)
            assert (checked.returncode, checked.stdout) == (0, "Nothing differs.\n")
        again = tafla(tmp_path, "search", "--rebuild")
        assert again.stdout == made.stdout
    assert tafla(tmp_path, "search").returncode == 2
