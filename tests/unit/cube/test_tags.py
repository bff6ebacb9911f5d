"""Do the bits of several numbers together say what the worst of them says?"""

from __future__ import annotations

from functools import reduce
from itertools import product
from operator import or_

import numpy as np
import pytest

from giaoban.cube.tags import (
    CORRECTED,
    FLOWING,
    IS_CORRECTED,
    IS_UPDATED,
    TAKEN_BACK,
    UNSURE,
    UPDATED,
    quality_of,
    revised_by,
    revised_of,
)
from giaoban.values import Quality

WORST_FIRST = [Quality.ESTIMATE, Quality.PRELIMINARY, Quality.ACTUAL, Quality.FINAL]


@pytest.mark.parametrize("several", list(product(WORST_FIRST, repeat=3)), ids=lambda several: "-".join(one.value for one in several))
def test_the_least_sure_counts(several: tuple[Quality, ...]) -> None:
    assert quality_of(reduce(or_, (UNSURE[one] for one in several))) is min(several, key=WORST_FIRST.index)


def test_a_correction_outweighs_an_update() -> None:
    bits = (0, IS_UPDATED, IS_CORRECTED)
    said = {None: 0, UPDATED: 1, CORRECTED: 2}
    for one, other in product(bits, repeat=2):
        assert said[revised_of(one | other)] == max(said[revised_of(one)], said[revised_of(other)])


def test_quality_and_revision_do_not_disturb_each_other() -> None:
    assert (quality_of(UNSURE[Quality.ACTUAL] | IS_CORRECTED), revised_of(UNSURE[Quality.ESTIMATE])) == (Quality.ACTUAL, None)
    assert FLOWING & TAKEN_BACK == 0


@pytest.mark.parametrize(
    ("before", "now", "same", "revised"),
    [
        (Quality.ESTIMATE, Quality.ACTUAL, False, UPDATED),
        (Quality.ESTIMATE, Quality.FINAL, True, UPDATED),
        (Quality.ACTUAL, Quality.ACTUAL, False, CORRECTED),
        (Quality.FINAL, Quality.ESTIMATE, False, CORRECTED),
        (Quality.ACTUAL, Quality.ACTUAL, True, None),
    ],
)
def test_a_surer_figure_updates_any_other_corrects_the_same_again_does_nothing(
    before: Quality, now: Quality, same: bool, revised: str | None
) -> None:
    bits = revised_by(np.array([UNSURE[now]], np.uint8), before=np.array([UNSURE[before]], np.uint8), same=np.array([same]))
    assert revised_of(int(bits[0])) == revised
