"""Awards: who grants what to how many."""

from datetime import date

import pytest

from danvankheo import (
    Award,
    AwardForm,
    EmulationTitle,
    GrantingLevel,
    InvalidValueError,
    PartialDate,
)
from danvankheo.awarding import RecipientGroups


def refused(match: str):
    """What refuses a value, in these words."""
    return pytest.raises(InvalidValueError, match=match)


class TestAward:
    """Awards."""

    def test_somebody_receives_it(self):
        with refused("at least one recipient"):
            Award(form=AwardForm.GIAY_KHEN)
        assert Award(form=AwardForm.BANG_KHEN, mixed=262).recipients == 262

    @pytest.mark.parametrize("title", EmulationTitle)
    def test_a_title_goes_to_its_own_kind_of_recipient(self, title):
        right = {title.recipient.value: 1}
        assert Award(form=title, **right).recipients == 1
        wrong = next(kind for kind in ("collectives", "households") if kind not in right)
        with refused(f"only {title.recipient.value} for {title.value}"):
            Award(form=title, **right, **{wrong: 1})

    def test_there_is_no_district_level_after_30_6_2025(self):
        level = GrantingLevel.DISTRICT
        assert Award(form=AwardForm.GIAY_KHEN, level=level, decided=date(2025, 6, 30), individuals=1)
        assert Award(form=AwardForm.GIAY_KHEN, level=level, decided=PartialDate(year=2025), individuals=1)
        assert Award(
            form=AwardForm.GIAY_KHEN, level=level, decided=PartialDate(month=7, day=1), individuals=1
        )
        with refused(r"Award\.decided"):
            Award(
                form=AwardForm.GIAY_KHEN, level=level, decided=PartialDate(year=2025, month=7), individuals=1
            )
        with refused(r"Award\.decided: expected dates on which the district level existed"):
            Award(form=AwardForm.GIAY_KHEN, level=level, decided=date(2025, 7, 1), individuals=1)

    @pytest.mark.parametrize(
        ("groups", "path"),
        [
            ({"enterprises": 4}, "Award.groups.enterprises"),
            ({"women": 6}, "Award.groups.women"),
            ({"direct_workers": 4, "department_heads": 2}, "Award.groups"),  # one person is in one group
            ({"enterprises": 3, "women": 5, "direct_workers": 5}, None),
            ({"business_people": 0}, None),
        ],
        ids=range(5),
    )
    def test_a_group_is_not_more_than_what_it_is_of(self, groups, path):
        def make(**counts):
            return Award(form=AwardForm.GIAY_KHEN, groups=RecipientGroups(**groups), **counts)

        if path is None:
            assert make(collectives=3, individuals=5).groups.of_positions <= 5
            return
        with refused("groups of at most the [35] recipients") as caught:
            make(collectives=3, individuals=5)
        assert caught.value.field == path
        assert make(mixed=6).recipients == 6  # whoever is not told apart may be of any group

    def test_groups_are_named_and_whole(self):
        with refused("at least one group of recipients"):
            RecipientGroups()
        for count in (-1, True, 1.0, "8"):
            with pytest.raises(InvalidValueError):
                RecipientGroups(women=count)

    @pytest.mark.parametrize(
        ("decided", "code"),
        [
            (date(2025, 11, 30), "award:2024/2025"),
            (date(2025, 12, 1), "award:2025/2026"),
            (PartialDate(year=2025, month=12), "award:2025/2026"),
            (PartialDate(year=2025), None),
            (PartialDate(month=12, day=1), None),
            (None, None),
        ],
    )
    def test_the_award_year_is_that_of_the_decision(self, decided, code):
        award = Award(form=AwardForm.GIAY_KHEN, individuals=1, decided=decided)
        assert (award.award_year and award.award_year.code) == code

    def test_the_form_is_a_form_or_a_title(self):
        with refused("one of order, medal, .*, cultural_family"):
            Award(form="giay khen", individuals=1)
        with refused("AwardForm or EmulationTitle"):
            Award(form=1, individuals=1)
