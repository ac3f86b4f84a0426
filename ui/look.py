"""What Streamlit's theme cannot say: the answer's size, calm spacing, the page's language."""

from collections.abc import Callable, Mapping
from urllib.parse import quote, urlencode

import streamlit as st

_STYLE = """
<style>
.st-key-answer p { font-size: 1.25rem; line-height: 1.45; margin-bottom: .5rem; font-weight: 500; }
.st-key-answer { border-left: 4px solid #0B5C8A; padding: .25rem 0 .25rem 1rem; max-width: 75rem; }
.stMainBlockContainer { padding: 1.5rem 3rem 3rem; max-width: 110rem; }
h1 { font-size: 2rem !important; padding-bottom: 0 !important; }
h2 { font-size: 1.5rem !important; }
h3 { font-size: 1.125rem !important; }
[data-testid="stMetricValue"] { font-size: 1.5rem; }
[data-testid="stTable"] td { max-width: none; }
[data-testid="stTable"] td, [data-testid="stTable"] th { font-variant-numeric: tabular-nums; }
</style>
"""

_SCRIPT = """
export default ({data}) => {
  document.documentElement.lang = 'sv'
  const query = '?' + data.query
  if (window.location.search !== query) {
    window.history.replaceState(window.history.state, '', window.location.pathname + query)
  }
}
"""


def apply() -> None:
    """Put the look on the page."""
    st.html(_STYLE)


def address(query: Mapping[str, str], page: str) -> None:
    """Put the language and the state's link on the page.

    Streamlit always says lang="en", and ``st.query_params`` adds a step to the browser's history
    for each slider move, so that the back button leads nowhere. Here the address is replaced.

    Args:
        query: What the address says of the state.
        page: The page in view; a new page has a bare address until this is drawn again.
    """
    data = {"query": urlencode(query, quote_via=quote, safe="~;"), "page": page}
    _page()(key="address", data=data)


@st.cache_resource(show_spinner=False)
def _page() -> Callable[..., object]:
    return st.components.v2.component("vagval_page", js=_SCRIPT)
