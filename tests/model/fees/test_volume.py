"""The rule that sydnarke-it lacks: units beyond those included are paid by whoever has them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.fee_model import VolumeClause
from model.fees.reading import Reader
from model.fees.volume import extra, known_to
from tests.model.fees.building import A, B, drivers, figures, unit, years

CLAUSE = VolumeClause("pcs", base_year=2024, price="price", lag=1)


def made(counts, growth=0.0):
    pcs, numbers = unit("pcs", counts, growth)
    return drivers(numbers, members=tuple(counts), units=(pcs,))


def paid(clause, asked, made_drivers, index=1.0):
    read = Reader(figures({"price": 3500}))
    return extra(clause, asked, np.full(len(asked), index), made_drivers, read)


COUNTED = {A: {2024: 100, 2025: 110}, B: {2024: 200, 2025: 190}}


def test_units_beyond_the_base_are_paid_at_the_marginal_price_by_the_member_that_has_them():
    assert paid(CLAUSE, years(2026), made(COUNTED))[0] == pytest.approx([10 * 3500, 0])


def test_a_member_with_fewer_units_than_in_the_base_year_gets_nothing_back():
    assert paid(CLAUSE, years(2026), made(COUNTED))[0, 1] == 0


def test_the_first_year_counts_the_base_year_itself_and_costs_nothing_extra():
    assert paid(CLAUSE, years(2025), made(COUNTED)) == pytest.approx(np.zeros((1, 2)))


def test_the_marginal_price_follows_the_models_index():
    assert paid(CLAUSE, years(2026), made(COUNTED), index=1.1)[0, 0] == pytest.approx(38_500)


@given(growth=st.floats(-0.5, 0.5), year=st.integers(2015, 2040))
def test_nobody_is_ever_paid_by_the_clause(growth, year):
    assert (paid(CLAUSE, years(year), made(COUNTED, growth)) >= 0).all()


def test_the_clause_is_known_as_long_as_its_units_are_counted():
    assert known_to(CLAUSE, made(COUNTED)) == 2026
