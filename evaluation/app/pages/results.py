"""What changed in the test areas, and what we would expect without the prototype."""

from __future__ import annotations

import streamlit as st

from evaluation.words.situations import no_results

st.title("Results")
st.markdown(no_results())
