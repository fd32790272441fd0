"""What was added up and what an award is worth, each in one line."""

from datetime import date

from danvankheo import Award, Model, ModelCount, Movement, Organization, Period, award_money, summarise
from danvankheo.formatting.totals import award_total, award_worth, summary_line

YEAR = Period.year(2022)


def test_a_summary_says_its_main_totals_only():
    movement = Movement(
        name="A",
        period=YEAR,
        models=[Model(name="B")],
        model_counts=[ModelCount(count=69, status="recognized"), ModelCount(count=200)],
        awards=[Award(form="giay_khen", collectives=2), Award(form="bang_khen", individuals=1)],
    )
    assert summary_line(summarise(movement)) == (
        "Tổng hợp 1 phong trào thi đua: 1 mô hình nêu tên; tổng số 200 mô hình; "
        "khen thưởng 2 tập thể và 1 cá nhân"
    )
    assert "0" in summary_line(summarise([]))


def test_an_award_says_each_and_the_total_or_why_not():
    known = award_money(
        Award(form="giay_khen", level="commune", collectives=1, individuals=2, decided=date(2026, 3, 2))
    )
    assert award_worth(known.lines[0]) == "1 tập thể × 1.410.000 đồng = 1.410.000 đồng"
    nobody = award_money(Award(form="giay_khen", individuals=2, decided=date(2026, 3, 2)))
    assert "chưa tính được" in award_worth(nobody)
    party = award_money(
        Award(
            form="giay_khen",
            level="district",
            granter=Organization(name="Ban Thường vụ Thị ủy"),
            individuals=2,
        ),
        on=date(2022, 11, 2),
    )
    assert all(str(line.count) in award_worth(line) for line in (*party.lines, *party.party))


def test_a_form_says_who_got_it():
    (total,) = summarise(
        Movement(name="A", period=YEAR, awards=[Award(form="giay_khen", individuals=3)])
    ).awards
    assert award_total(total) == "giấy khen: 3 cá nhân"
