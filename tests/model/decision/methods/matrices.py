"""Small problems for properties that hold whatever the values and the weights are."""

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st

from model.decision.weighted_sum import shares


@st.composite
def matrices(draw):
    """Values in tens, so that ties are common, and shares of which some may be zero."""
    n_alternatives, n_criteria = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    row = st.lists(st.integers(0, 10), min_size=n_criteria, max_size=n_criteria)
    rows = draw(st.lists(row, min_size=n_alternatives, max_size=n_alternatives))
    weights = draw(row)
    assume(any(weights))
    return 10.0 * np.array(rows), shares(weights)
