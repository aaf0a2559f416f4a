"""What is being tried, and how we think it works."""

from __future__ import annotations

import streamlit as st

from evaluation.words.situations import NO_PROTOTYPES

st.title("Prototypes")
st.markdown(NO_PROTOTYPES)
