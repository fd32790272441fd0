"""Tables in a terminal of eighty columns: no figure and no key is broken, nothing is left out."""

from io import StringIO

from rich.console import Console

from danvankheo import PlaceLevel, load, roll_up
from danvankheo.reporting import FigureTable
from danvankheo.reporting.blocks import ChartBlock, Document, Items, Note, Signature, Signer, Title

EXAMPLES = ("an-khe", "chu-pah", "cho-don")


def drawn(value, width=80, *, colours=False):
    buffer = StringIO()
    Console(
        file=buffer, width=width, force_terminal=colours, color_system="standard" if colours else None
    ).print(value)
    return buffer.getvalue()


def test_a_wide_table_of_figures_goes_on_below_with_its_names(example_folder):
    groups = roll_up([load(f"docs/examples/{name}-2022.json") for name in EXAMPLES], by=PlaceLevel.PROVINCE)
    lines = drawn(groups).splitlines()
    assert max(map(len, lines)) <= 80
    assert sum("Tỉnh Gia Lai" in line for line in lines) > 2
    assert any("Tỉnh Gia Lai" in line and "khoảng 214,4" in line and "731" in line for line in lines)


def test_a_table_that_fits_is_one(example_folder):
    groups = roll_up([load(f"docs/examples/{name}-2022.json") for name in EXAMPLES], by=PlaceLevel.PROVINCE)
    lines = drawn(groups, width=1000).splitlines()
    assert sum("Tỉnh Gia Lai" in line for line in lines) == 1


def test_a_long_key_is_never_broken():
    key = "national_emulation_fighter"
    row = ("Chiến sĩ thi đua toàn quốc", key, "01/07/2025", "28/02/2027", "4,5", "Nghị định 152/2025/NĐ-CP")
    made = FigureTable.of_texts(("Tên", "Mã tra", "Từ ngày", "Đến ngày", "Giá trị", "Nguồn"), (row,) * 2)
    for width in (60, 80, 100, 120):
        text = drawn(made, width=width)
        assert text.count(key) == 2
        assert text.count("152/2025/NĐ-CP") == 2


def test_a_list_leaves_out_what_is_not_known():
    head = tuple(f"Cột {at}" for at in range(9))
    made = FigureTable.of_texts(head, (("…", *["1.234.567.890.123"] * 8),))
    text = drawn(made, width=40)
    assert "…" not in text
    assert text.count("1.234.567.890.123") == 8


def test_totals_are_bold():
    made = FigureTable.of_texts(
        ("Nơi", "Tiền"), (("Ia Sơn", "5"), ("Tổng cộng", "5")), figures=(1,), totals=1
    )
    place, total = drawn(made, colours=True).splitlines()[-3:-1]
    assert "\x1b[1m" in total
    assert "\x1b[1m" not in place


def test_charts_notes_and_signatures_of_a_report_are_words_in_a_terminal():
    data = FigureTable.of_texts(("Xã", "Tiền"), [("Ia Sơn", "5")], figures=(1,))
    blocks = [
        Title("Đóng góp"),
        Items(["một khoản"]),
        ChartBlock(title="Tiền theo xã", alt="Ia Sơn: 5 triệu đồng", form="ranked", data=data),
        Note("Chưa làm tròn.", number=1),
        Signature([Signer(capacity="TM. ỦY BAN NHÂN DÂN", post="CHỦ TỊCH"), Signer(post="NGƯỜI LẬP")]),
    ]
    shown = drawn(Document(title="Báo cáo", blocks=blocks))
    for words in (
        "– một khoản",
        "Tiền theo xã",
        "Ia Sơn: 5 triệu đồng",
        "(1) Chưa làm tròn.",
        "CHỦ TỊCH",
        "NGƯỜI LẬP",
    ):
        assert words in shown
