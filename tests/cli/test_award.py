"""``danvankheo award`` as a shell sees it."""

import json
from datetime import date
from pathlib import Path

from danvankheo import Award, AwardForm, GrantingLevel, Movement, PartialDate, Period, save
from danvankheo.cli.app import run

AN_KHE = str(Path(__file__).parents[2] / "docs" / "examples" / "an-khe-2022.json")


def test_the_awards_of_an_khe_with_the_source_of_each_number(capsys):
    assert run(["award", AN_KHE, "--on", "2022-11-02"]) == 0
    out = capsys.readouterr().out
    assert "Tổng cộng" not in out
    assert (
        "Cấp ủy Đảng tặng, nếu theo mức của Nhà nước: 18.000.000 đồng; nếu theo mức của Đảng: nhiều nhất "
        "59.600.000 đồng, chưa làm tròn."
    ) in " ".join(out.split())
    assert "Mức lương cơ sở: 1.490.000 đồng/tháng (Nghị định 38/2019/NĐ-CP)" in out
    assert "Cấp ủy Đảng tặng" in out
    assert run(["award", AN_KHE, "--on", "2022-11-02", "--format", "json"]) == 0
    (award,) = json.loads(capsys.readouterr().out)
    assert (award["exact"], award["payable"]) == ("17880000", "18000000")
    assert award["assumption"] == "nếu theo mức của Nhà nước"
    assert [(line["receiver"], line["exact_total"]) for line in award["party"]] == [
        ("cell", "22350000"), ("base_organization", "29800000"), ("member", "29800000"),
    ]  # fmt: skip
    assert award["lines"][0]["rules"][0]["source"] == "Nghị định 91/2017/NĐ-CP, Điều 73"


def test_what_is_not_known_is_said(capsys):
    assert run(["award", AN_KHE]) == 0
    out = capsys.readouterr().out
    assert "Có 1 trường hợp khen thưởng chưa tính đủ tiền thưởng." in out
    assert "Chưa rõ: Ngày ký quyết định" in out


def test_no_award_is_bad_data(tmp_path, capsys):
    save(Movement(name="Dân vận khéo", period=Period.year(2022)), tmp_path / "m.json")
    assert run(["award", str(tmp_path / "m.json")]) == 1
    assert "Không có khen thưởng nào" in capsys.readouterr().err


def test_awards_of_several_movements_are_told_apart_and_added_as_far_as_known(tmp_path, capsys):
    partly = Award(
        form=AwardForm.GIAY_KHEN,
        level=GrantingLevel.COMMUNE,
        individuals=3,
        households=2,
        decided=date(2024, 5, 1),
    )
    whole = Award(form=AwardForm.ORDER, individuals=1, decided=PartialDate(year=2026, month=1))
    for name, award in (("A", partly), ("B", whole)):
        save(
            Movement(name=f"Phong trào {name}", period=Period.year(2023), awards=(award,)),
            tmp_path / f"{name}.json",
        )
    files = [str(tmp_path / "A.json"), str(tmp_path / "B.json")]
    assert run(["award", *files, "--order", "labour_3", "--on", "2026-01-15"]) == 0
    out = capsys.readouterr().out
    assert (
        "Tổng cộng (phần đã xác định): 11.340.000 đồng, bằng chữ: mười một triệu ba trăm bốn mươi nghìn đồng. "
        in out
    )
    assert "1. Giấy khen, quyết định ngày 01/05/2024 – Phong trào A, năm 2023" in out
    assert "2. Huân chương, quyết định ngày 15/01/2026 – Phong trào B, năm 2023" in out
    assert run(["award", *files, "--order", "labour_3", "--format", "json"]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert (first["payable"], first["level"], second["decided"], second["payable"]) == (
        None, "commune", "2026-01", "10530000"
    )  # fmt: skip


def test_a_weak_source_is_shown_and_can_be_left_out(tmp_path, capsys):
    table = tmp_path / "weak.toml"
    table.write_text(
        'name = "award_coefficient"\ntitle = "Hệ số tiền thưởng"\ntitle_en = "own"\nunit = "lần mức lương cơ sở"\n'
        'keys = ["award"]\nchecked = 2026-11-30\nentry = [ { award = "giay_khen_district", since = 2017-10-01, '
        'value = "0.3", source = "Một bài báo", confidence = "low" } ]\n'
        '[allowed.award]\ngiay_khen_district = "Giấy khen cấp huyện"\n',
        encoding="utf-8",
    )
    award = Award(
        form=AwardForm.GIAY_KHEN, level=GrantingLevel.DISTRICT, individuals=3, decided=date(2022, 11, 2)
    )
    path = tmp_path / "m.json"
    save(Movement(name="Dân vận khéo", period=Period.year(2022), awards=(award, award)), path)
    ask = ["award", str(path), "--table", str(table)]
    assert run([*ask, "--format", "json"]) == 0
    loose = json.loads(capsys.readouterr().out)[0]
    assert loose["payable"] is not None
    assert "chưa có văn bản gốc" in loose["caveats"][0]
    assert run([*ask, "--format", "markdown"]) == 0
    assert capsys.readouterr().out.count("nguồn chưa có văn bản gốc; cần") == 1  # once, for both awards
    assert run([*ask, "--min-confidence", "medium", "--format", "json"]) == 0
    sure = json.loads(capsys.readouterr().out)[0]
    assert sure["payable"] is None
    assert "chưa có văn bản gốc" in sure["unknown"][0]


def test_a_caveat_of_some_awards_names_them(tmp_path, capsys):
    """The doubt from 1-10-2026 on is printed once, with the numbers of the awards that it is of."""
    awards = tuple(
        Award(form=AwardForm.GIAY_KHEN, level=GrantingLevel.COMMUNE, individuals=2, decided=day)
        for day in (date(2026, 9, 30), date(2026, 10, 1), date(2026, 11, 20))
    )
    path = tmp_path / "m.json"
    save(Movement(name="Dân vận khéo", period=Period.year(2026), awards=awards), path)
    assert run(["award", str(path), "--format", "markdown"]) == 0
    out = capsys.readouterr().out
    assert out.count("Luật 06/2026/QH16 sửa Luật Thi đua, khen thưởng") == 1
    assert "(Mục 2, 3)" in out
    assert "Tổng cộng: 4.560.000 đồng, bằng chữ: bốn triệu năm trăm sáu mươi nghìn đồng." in out


def test_a_state_honour_by_its_name(tmp_path, capsys):
    award = Award(form=AwardForm.STATE_HONOUR, individuals=1, decided=date(2026, 1, 5))
    path = tmp_path / "m.json"
    save(Movement(name="Dân vận khéo", period=Period.year(2025), awards=(award,)), path)
    assert run(["award", str(path), "--honour", "people", "--format", "json"]) == 0
    (worth,) = json.loads(capsys.readouterr().out)
    assert worth["payable"] == "29250000"
    assert run(["award", str(path), "--honour", "first", "--format", "json"]) == 1
    assert "state_honour_first" in capsys.readouterr().err
