"""What Streamlit's theme cannot say: the answer's size, calm spacing, the page's language."""

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

_LANGUAGE = "export default () => { document.documentElement.lang = 'sv' }"


def apply() -> None:
    """Put the look and the language on the page. Streamlit itself always says lang="en"."""
    st.html(_STYLE)
    _language()(key="language")


@st.cache_resource(show_spinner=False)
def _language():
    return st.components.v2.component("vagval_language", js=_LANGUAGE)
