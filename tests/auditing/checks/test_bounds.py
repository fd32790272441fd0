"""What cannot be at all, whatever it is compared with."""

from fractions import Fraction

from danvankheo.auditing import (
    FindingCode,
    Nature,
    check_bounds,
    check_cumulative,
)


def test_bounds_are_findings_by_themselves():
    assert [finding.code for finding in check_bounds(Fraction(25, 2), whole=12).findings()] == [
        FindingCode.PART_OVER_WHOLE
    ]
    assert check_bounds("12 trường", whole="12 trường").findings() == ()
    assert check_cumulative(["1,2 nghìn hộ", "1.190 hộ"]).verdict.value == "possible"
    assert check_cumulative(["gần 60 hộ", "20 hộ", "25 hộ"]).verdict.value == "possible"
    assert check_cumulative(["5 hộ"]).verdict.value == "possible"
    over = [
        check_bounds(told, nature=Nature.SHARE).findings()
        for told in ("hơn 100%", "gần 105%", "100,4%", "100%")
    ]
    assert [len(findings) for findings in over] == [1, 0, 1, 0]
