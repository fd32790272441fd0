"""How a whole report was rounded: inferred from figures of which the procedure is known."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from audited import procedures, rate
from danvankheo import check_ratio
from danvankheo.auditing import infer_habit
from danvankheo.auditing.figures.reported import NEAREST, PROCEDURES

ratios = st.tuples(st.integers(0, 400), st.integers(1, 400)).filter(lambda pair: pair[0] <= pair[1])


def checks_of(pairs, decimals, rounding):
    return {
        f"{part}/{whole}": check_ratio(part, whole, rate(Fraction(100 * part, whole), decimals, rounding))
        for part, whole in pairs
    }


@given(st.lists(ratios, min_size=1, max_size=6), st.integers(0, 2), procedures)
def test_the_procedure_that_made_the_figures_is_among_the_best(pairs, decimals, rounding):
    checks = checks_of(pairs, decimals, rounding)
    habit = infer_habit(checks)
    assert rounding in habit.explaining
    assert habit.best == habit.explaining
    assert not habit.impossible
    assert habit.explaining == tuple(
        way for way in PROCEDURES if all(way in check.procedures for check in checks.values())
    )


@given(st.lists(ratios, min_size=1, max_size=6), st.integers(0, 2), procedures)
def test_it_is_a_finding_if_two_figures_rule_out_what_is_accepted(pairs, decimals, rounding):
    habit = infer_habit(checks_of(pairs, decimals, rounding))
    for way in PROCEDURES:
        found = habit.finding(accept=[way])
        assert (found is None) == (way in habit.explaining or len(habit.deciding) < 2)
        assert found is None or found.procedures == habit.explaining
    assert habit.finding(accept=[rounding]) is None
    assert habit.chance == Fraction(1, 2 ** len(habit.deciding))


@given(st.lists(ratios, min_size=2, max_size=5, unique=True), st.integers(0, 1))
def test_one_figure_of_another_procedure_is_an_outlier(pairs, decimals):
    checks = checks_of(pairs[1:], decimals, PROCEDURES[-1])
    last = checks_of(pairs[:1], decimals, NEAREST[0])
    habit = infer_habit(checks | last)
    for way in PROCEDURES:
        outliers = tuple(name for name, check in (checks | last).items() if way not in check.procedures)
        assert habit.outliers_of(way) == outliers
    assert all(
        len(habit.outliers[way]) <= len(habit.outliers_of(other))
        for way in habit.best
        for other in PROCEDURES
    )


def test_what_nothing_explains_decides_nothing():
    habit = infer_habit({"sai": check_ratio(3, 4, "80%"), "đúng": check_ratio(1, 2, "50%")})
    assert (habit.impossible, habit.deciding, habit.discriminating) == (("sai",), (), ())
    assert habit.best == PROCEDURES
    assert habit.explaining == ()
    assert habit.finding() is None
