"""Figures: bring them in, what is stored, what is late."""

from __future__ import annotations

import streamlit as st

st.title("Figures")
st.markdown("No figures yet. Bring in your first file.")
