"""Files: written whole or not at all, whatever fails and whenever."""

import os
import stat
from threading import Thread

import pytest

from danvankheo import Movement, Period, files, load, save

_ONE = Movement(name="Dân vận khéo", period=Period.year(2022))
_TWO = Movement(name="Dân vận khéo", period=Period.year(2023))


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


def test_a_new_file_has_the_mask_of_the_process_which_no_one_else_sees_change(tmp_path, monkeypatch):
    def touched(_: int) -> int:
        raise AssertionError("the mask is for all threads of the process")

    mask = os.umask(0o027)
    monkeypatch.setattr(os, "umask", touched)
    try:
        save(_ONE, tmp_path / "a.json")
    finally:
        monkeypatch.undo()
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o640


def test_what_replaces_a_private_file_is_never_open_to_others(tmp_path):
    target = tmp_path / "a.json"
    save(_ONE, target)
    target.chmod(0o600)
    with files.replaced(target) as whole:
        assert stat.S_IMODE(whole.stat().st_mode) == 0o600
        whole.write_text("{}", encoding="utf-8")
    target.chmod(0o644)
    with files.replaced(target) as whole:
        assert stat.S_IMODE(whole.stat().st_mode) & 0o077 == 0


def test_the_owner_stays_where_the_system_allows(tmp_path, monkeypatch):
    target = tmp_path / "a.json"
    save(_ONE, target)
    given: list[tuple[int, int]] = []
    real = os.stat

    def of_another(path, *args, **kwargs):
        found = real(path, *args, **kwargs)
        fields = [*found]
        if os.fspath(path) == str(target):
            fields[4:6] = 12345, 54321
        return os.stat_result(fields)

    monkeypatch.setattr(os, "stat", of_another)
    monkeypatch.setattr(os, "chown", lambda _, user, group: given.append((user, group)))
    save(_TWO, target)
    assert given == [(12345, 54321)]

    def forbidden(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "chown", forbidden)
    save(_ONE, target)
    monkeypatch.undo()
    assert load(target) == _ONE


@pytest.mark.parametrize("step", ["open", "close"])
def test_an_interrupt_at_any_step_leaves_nothing_beside(tmp_path, monkeypatch, step):
    real = getattr(os, step)

    def interrupted(*args: object) -> int:
        done = real(*args)
        if step == "open":
            os.close(done)
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, step, interrupted)
    with pytest.raises(KeyboardInterrupt):
        save(_ONE, tmp_path / "a.json")
    monkeypatch.undo()
    assert [*tmp_path.iterdir()] == []
