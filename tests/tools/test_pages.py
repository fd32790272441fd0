"""What is made from the code is as the code is."""

import pages
import pytest


@pytest.mark.parametrize("name", pages.PAGES)
def test_what_is_made_is_up_to_date(name):
    """`nox -s pages` writes it anew."""
    assert (pages.ROOT / name).read_text(encoding="utf-8") == pages.PAGES[name]()


def test_only_what_has_changed_is_written(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(pages, "ROOT", tmp_path)
    monkeypatch.setattr(pages, "PAGES", {"same.md": lambda: "same", "late.md": lambda: "new"})
    (tmp_path / "same.md").write_text("same")
    (tmp_path / "late.md").write_text("old")
    assert pages.main(["--check"]) == 1
    assert (tmp_path / "late.md").read_text() == "old"
    assert pages.main([]) == 0
    assert (tmp_path / "late.md").read_text() == "new"
    assert capsys.readouterr().out == "late.md\n" * 2
    assert pages.main(["--check"]) == 0
