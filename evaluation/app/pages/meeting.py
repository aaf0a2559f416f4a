"""The programme at a glance, for a group in a room."""

from __future__ import annotations

import streamlit as st

from evaluation.words.situations import NO_MEETING

st.title("Meeting")
st.markdown(NO_MEETING)
