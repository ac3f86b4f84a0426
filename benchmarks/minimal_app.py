"""The least that a page with a slider and a picture can be; what our pages are measured against."""

import streamlit as st

top = st.slider("Antal", 1, 20, 10, key="slider:top")
st.bar_chart({"värde": list(range(top))})
