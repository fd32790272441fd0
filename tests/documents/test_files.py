"""Files: written whole or not at all."""

import os
import stat
from threading import Thread

import pytest

from danvankheo import DocumentError, Movement, Period, load, save
from danvankheo.documents import files, text

_ONE = Movement(name="Dân vận khéo", period=Period.year(2022))
_TWO = Movement(name="Dân vận khéo", period=Period.year(2023))


def test_saved_and_loaded_by_path_or_name(tmp_path):
    target = tmp_path / "dân vận khéo.json"
    save(_ONE, target)
    assert load(target) == load(str(target)) == _ONE
    assert [file.name for file in tmp_path.iterdir()] == [target.name]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, step):
    target = tmp_path / "a.json"
    save(_ONE, target)

    def fail(*_: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr(files.os, step, fail)
    with pytest.raises(OSError, match="no space"):
        save(_TWO, target)
    monkeypatch.undo()
    assert load(target) == _ONE
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]


def test_permissions_stay_and_links_keep_pointing(tmp_path):
    target, link = tmp_path / "a.json", tmp_path / "link.json"
    save(_ONE, target)
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE(target.stat().st_mode) == 0o666 & ~mask
    target.chmod(0o640)
    link.symlink_to(target)
    save(_TWO, link)
    assert link.is_symlink()
    assert load(target) == _TWO
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[Movement] = []
    reader = Thread(target=lambda: read.append(load(pipe)))
    reader.start()
    save(_ONE, pipe)
    reader.join(timeout=30)
    assert read == [_ONE]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_file_that_never_ends_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "LONGEST_DOCUMENT", 10)
    monkeypatch.setattr(text, "LONGEST_DOCUMENT", 10)
    path = tmp_path / "a.json"
    path.write_text("{" * 100, encoding="utf-8")
    with pytest.raises(DocumentError, match="at most 10 bytes"):
        load(path)


def test_a_bad_file_is_named_with_each_problem(tmp_path):
    path = tmp_path / "bad.json"
    path.write_text('{"version": 1, "name": "A", "period": "2022", "x": 1, "y": 2}', encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        load(path)
    assert caught.value.source == str(path)
    first, second = str(caught.value).splitlines()
    assert first.startswith(f"{path}: $.x:")
    assert second.startswith(f"{path}: $.y:")


def test_missing_files_are_an_os_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "none.json")
    with pytest.raises(FileNotFoundError):
        save(_ONE, tmp_path / "none" / "a.json")
