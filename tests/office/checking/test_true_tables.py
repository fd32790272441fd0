"""True tables of many shapes raise no alarm; one planted slip is found where its cell is in a relation."""

from decimal import ROUND_HALF_UP, Decimal

import hypothesis.strategies as st
from hypothesis import given

from danvankheo.auditing.findings.codes import Severity
from danvankheo.office.checking.audit import audit_paper
from office_tables import grid_of, paper_of


def written(number, decimals=0):
    rounded = Decimal(number).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{rounded:,f}".translate(str.maketrans(",.", ".,"))


def alleged(lines, *before):
    text = "\n".join(" | ".join(line) for line in lines)
    return [
        each for each in audit_paper(paper_of(*before, grid_of(text))) if each.severity is not Severity.INFO
    ]


@st.composite
def flat_tables(draw):
    decimals = draw(st.integers(0, 2))
    rows = draw(st.integers(2, 12))
    columns = [
        [Decimal(draw(st.integers(0, 999_999))) / 10 ** draw(st.integers(0, 4)) for _ in range(rows)]
        for _ in range(draw(st.integers(1, 4)))
    ]
    lines = [["TT", "Đơn vị", *(f"Khoản {at} (triệu đồng)" for at in range(len(columns)))]]
    lines += [
        [str(at + 1), f"Xã {at}", *(written(column[at], decimals) for column in columns)]
        for at in range(rows)
    ]
    return [*lines, ["", "Tổng cộng", *(written(sum(column), decimals) for column in columns)]]


@st.composite
def share_tables(draw):
    decimals = draw(st.integers(0, 2))
    pairs = draw(
        st.lists(
            st.integers(1, 3000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))),
            min_size=2,
            max_size=12,
        )
    )
    lines = [["TT", "Thôn", "Tổng số", "Đạt", "Tỷ lệ (%)"]]
    for at, (part, whole) in enumerate([*pairs, tuple(map(sum, zip(*pairs, strict=True)))]):
        name = ["", "Cộng"] if at == len(pairs) else [str(at + 1), f"Thôn {at}"]
        lines.append([*name, written(whole), written(part), written(Decimal(100 * part) / whole, decimals)])
    return lines


@st.composite
def outlines(draw):
    decimals, body = draw(st.integers(0, 1)), []
    whole = [Decimal(0), Decimal(0)]
    for name in ("I", "II", "III")[: draw(st.integers(2, 3))]:
        parts = [
            [Decimal(draw(st.integers(1, 99_999))) / 10 for _ in range(2)]
            for _ in range(draw(st.integers(1, 5)))
        ]
        sums = [sum(column) for column in zip(*parts, strict=True)]
        whole = [one + other for one, other in zip(whole, sums, strict=True)]
        for at, (plan, actual) in enumerate([sums, *parts]):
            label = [name, f"Phần {name}"] if not at else [str(at), f"Khoản {name}{at}"]
            body.append(
                [*label, written(plan, decimals), written(actual, decimals), written(100 * actual / plan, 1)]
            )
    total = [
        "",
        "TỔNG SỐ",
        written(whole[0], decimals),
        written(whole[1], decimals),
        written(100 * whole[1] / whole[0], 1),
    ]
    head = ["STT", "Nội dung", "Dự toán", "Thực hiện", "TH/KH (%)"]
    return [head, total, *body] if draw(st.booleans()) else [head, *body, total]


@given(flat_tables())
def test_a_true_list_with_rounded_figures_is_silent(lines):
    assert not alleged(lines)


@given(share_tables())
def test_true_shares_are_silent(lines):
    assert not alleged(lines)


@given(outlines())
def test_a_true_outline_is_silent(lines):
    assert not alleged(lines, "ĐVT: triệu đồng")


HEADS = (
    "Số hộ", "Số khẩu", "Tiền (triệu đồng)", "Ngày công", "Đất (m2)", "Tỷ lệ (%)", "Tổng số", "Kế hoạch", "Thực hiện",
    "Lũy kế", "Còn lại", "Tăng, giảm", "So sánh (%)", "Đạt",
)  # fmt: skip


@given(
    st.lists(st.sampled_from(HEADS), min_size=2, max_size=6, unique=True),
    st.integers(4, 10),
    st.randoms(use_true_random=False),
)
def test_figures_that_have_nothing_to_do_with_each_other_are_silent(heads, rows, random):
    lines = [["TT", "Tên", *heads]]
    lines += [
        [str(at + 1), f"Mục {at}", *(written(random.randint(100, 90_000)) for _ in heads)]
        for at in range(rows)
    ]
    assert not alleged(lines)


@given(flat_tables(), st.randoms(use_true_random=False))
def test_a_total_that_misses_a_row_is_found(lines, random):
    column = random.randrange(2, len(lines[0]))
    left_out = lines[random.randrange(1, len(lines) - 1)][column]
    total = Decimal(lines[-1][column].replace(".", "").replace(",", "."))
    missed = Decimal(left_out.replace(".", "").replace(",", "."))
    if missed < 20 or missed == total:
        return
    decimals = len(lines[-1][column].partition(",")[2])
    lines[-1][column] = written(total - missed, decimals)
    found = alleged(lines)
    cells = {address.cell for each in found for address in each.addresses}
    letter = "CDEFGHI"[column - 2]
    assert f"{letter}{len(lines)}" in cells
