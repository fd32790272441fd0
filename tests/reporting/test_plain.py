"""Tables as plain text: columns that line up on a screen, whatever letters stand in them."""

from datetime import date
from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from danvankheo import Award, PlaceLevel, audit, award_money, load, roll_up, scan, summarise, table
from danvankheo.reporting.blocks import Document, section
from danvankheo.reporting.figure_table import FigureTable
from danvankheo.reporting.plain import columns_of, plain_report, plain_table

AN_KHE = load("docs/examples/an-khe-2022.json")
# Letters that Vietnamese reports hold, and what is copied into them; rich has a table of widths of its own.
LETTERS = st.text(
    st.sampled_from("aàảãáạăằẳẵắặâầẩẫấậđêềểễếệôơờởỡớợưừửữứự ABCĐƠƯ0123456789.,%/–-“”²³東京ａ"), max_size=20
)


@given(LETTERS)
def test_the_width_of_a_text_is_that_of_a_terminal(text):
    assert columns_of(text) == columns_of(normalize("NFD", text)) == cell_len(text)


@given(st.data())
def test_the_columns_of_a_table_line_up(data):
    columns = data.draw(st.integers(1, 4))
    row = st.tuples(*[LETTERS.map(lambda text: " ".join(text.split()) or "x")] * columns)
    head, rows = data.draw(row), tuple(data.draw(st.lists(row, min_size=1, max_size=5)))
    numeric = frozenset(data.draw(st.sets(st.integers(0, columns - 1))))
    lines = str(FigureTable.of_texts(head, rows, figures=numeric)).split("\n")
    widths = [max(cell_len(line[at]) for line in (head, *rows)) for at in range(columns)]
    assert lines[1] == "  ".join("─" * width for width in widths)
    for line, cells in zip([lines[0], *lines[2:]], [head, *rows], strict=True):
        start = 0
        for at, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            before = cut(line, start)
            indent = width - cell_len(cell) if at in numeric else 0
            assert before.startswith(" " * indent + cell)
            start += width + 2


def cut(line, columns):
    """What stands right of so many columns of a terminal."""
    for at in range(len(line) + 1):
        if cell_len(line[:at]) == columns:
            return line[at:]
    return ""


def test_sums_stand_below_a_rule():
    worth = award_money(
        Award(form="giấy khen", level="commune", collectives=1, individuals=20, decided=date(2026, 3, 2))
    )
    assert str(table(worth)).split("\n") == [
        "Đối tượng  Số lượng  Hệ số  Mức tính (đồng)  Mức thưởng, làm tròn (đồng)  Thành tiền (đồng)",
        "─────────  ────────  ─────  ───────────────  ───────────────────────────  ─────────────────",
        "Tập thể           1    0,6        1.404.000                    1.410.000          1.410.000",
        "Cá nhân          20    0,3          702.000                      710.000         14.200.000",
        "─────────  ────────  ─────  ───────────────  ───────────────────────────  ─────────────────",
        "Tổng cộng                                                                        15.610.000",
    ]


def test_a_cell_stays_on_its_line_and_obeys_nobody():
    found = plain_table(FigureTable.of_texts(("Nơi",), (("An\nKhê\x1b[31m \u202e",),)))
    assert found.split("\n")[2] == "An Khê\\x1b[31m \\u202e"


def test_a_report_is_its_sections():
    rows = FigureTable.of_texts(("Nơi",), (("An Khê",),))
    blocks = section("Đóng góp", items=("731 ngày công",), table=rows)
    assert plain_report(Document(title="Tổng hợp", blocks=blocks)).split("\n") == [
        "Tổng hợp", "", "Đóng góp", "- 731 ngày công", "Nơi", "──────", "An Khê",
    ]  # fmt: skip


def test_what_is_printed_is_vietnamese_and_no_python():
    """What a newcomer prints first."""
    worth = award_money(AN_KHE.awards[0], on=date(2022, 11, 2))
    printed = [
        scan("Góp hơn 12 triệu đồng.")[0], scan("Góp hơn 12 triệu đồng."), audit(AN_KHE), audit(AN_KHE)[0],
        summarise(AN_KHE), roll_up(AN_KHE, by="province"), worth, worth.lines[0], table(worth),
        roll_up(AN_KHE, by=PlaceLevel.COMMUNE, places_on=date(2026, 11, 30)),
    ]  # fmt: skip
    for value in map(str, printed):
        assert not any(
            sign in value for sign in ("(kind=", "Quantity(", "Decimal(", "=<", "Finding", "head=")
        )
    assert str(summarise(AN_KHE)) == (
        "Tổng hợp 1 phong trào thi đua: đóng góp khoảng 214,4 triệu đồng, 731 ngày công và 260 m2 đất; "
        "9 mô hình nêu tên; 3 chỉ tiêu; khen thưởng 10 tập thể và 20 cá nhân"
    )
    assert str(worth) == (
        "giấy khen: 10 tập thể × 900.000 đồng, 20 cá nhân × 450.000 đồng; tổng cộng 18.000.000 đồng, "
        "nếu theo mức của Nhà nước"  # a committee of the Party grants it
    )
    assert repr(worth) == f"<AwardMoney {worth}>"
    assert str(audit(AN_KHE)[:1]) == f"Cảnh báo: {audit(AN_KHE)[0].told()}"


def test_nothing_says_so():
    assert str(scan("Không có gì.")) == str(FigureTable(columns=())) == "Không có số liệu nào."
    assert str(audit(())) == "Không thấy số liệu mâu thuẫn."
