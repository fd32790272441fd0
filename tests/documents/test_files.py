"""Documents as files: what is saved is loaded, what is bad is named."""

import pytest

from danvankheo import DocumentError, InvalidValueError, Movement, Period, frames, load, save
from danvankheo.documents import files, text
from danvankheo.errors import Reason

_ONE = Movement(name="Dân vận khéo", period=Period.year(2022))
_TWO = Movement(name="Dân vận khéo", period=Period.year(2023))


def test_saved_and_loaded_by_path_or_name(tmp_path):
    target = tmp_path / "dân vận khéo.json"
    save(_ONE, target)
    assert load(target) == load(str(target)) == _ONE
    assert [file.name for file in tmp_path.iterdir()] == [target.name]


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


@pytest.mark.parametrize("path", [5, None, True, b"a.json", ["a.json"], "a\0b", 1.5])
def test_what_is_no_path_is_named(path):
    for call in (
        lambda: load(path),
        lambda: save(_ONE, path),
        lambda: frames.read_file(path, frames.CONTRIBUTIONS),
        lambda: frames.scan_file(path, frames.CONTRIBUTIONS),
    ):
        with pytest.raises(InvalidValueError) as caught:
            call()
        assert caught.value.field.endswith(".path")


@pytest.mark.parametrize("document", [None, 5, [], memoryview(b"{}"), {"version": 1}])
def test_what_is_no_text_is_named(document):
    with pytest.raises(InvalidValueError) as caught:
        text.loads(document)
    assert (caught.value.field, caught.value.reason) == ("loads", Reason.TYPE)
    assert text.loads(bytearray(text.dumps(_ONE).encode())) == _ONE
