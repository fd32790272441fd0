"""The collection workbook filled in and saved by LibreOffice: another program's file, the same movement."""

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from danvankheo import Period, Place, PlaceKind, load, office

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
GIA_LAI = Place(name="Gia Lai", kind=PlaceKind.PROVINCE)


def saved_by_libreoffice(path: Path, kind: str) -> Path:
    out = path.parent / "out"
    home = f"-env:UserInstallation=file://{path.parent}/profile"
    call = [SOFFICE, home, "--headless", "--convert-to", kind, "--outdir", str(out), str(path)]
    subprocess.run(call, check=True, capture_output=True, timeout=180)
    return out / f"{path.stem}.{kind}"


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_what_a_person_fills_in_comes_back(tmp_path, kind):
    path = tmp_path / "ia-son.xlsx"
    place = Place(name="Ia Sơn", kind=PlaceKind.COMMUNE, parent=GIA_LAI)
    office.template(path, period=Period.quarter(2026, 2), place=place, rows=20)
    book = openpyxl.load_workbook(path)
    sheet = book["Đóng góp"]
    at = {str(cell.value): cell.column for cell in sheet[4] if cell.value}
    sheet.cell(5, at["Nội dung, công trình"], "Đường làng Pốt")
    sheet.cell(5, at["Tiền (triệu đồng)"], 154.4)
    sheet.cell(5, at["Ngày công"], 731)
    sheet.cell(6, at["Đất hiến (m2)"], "=130*2")  # LibreOffice calculates it on opening
    sheet.cell(7, at["Tiền (triệu đồng)"], 1027.25)
    book.save(path)
    found = office.collect(saved_by_libreoffice(path, kind))
    assert not found.problems
    assert [str(each.quantity) for each in found.total] == ["1.181.650.000 đồng", "731 ngày công", "260 m2"]
    (sent,) = found.sent
    assert (sent.movement.place, sent.movement.period.code) == (place, "2026-Q2")


def test_a_whole_movement_goes_through_libreoffice(tmp_path):
    movement = load("docs/examples/an-khe-2022.json")
    office.template(tmp_path / "an-khe.xlsx", movement=movement, rows=20)
    found = office.collect(saved_by_libreoffice(tmp_path / "an-khe.xlsx", "xlsx"))
    assert found.movements == (movement,)
