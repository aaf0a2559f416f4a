"""How we know: what the words, the methods and the signs mean."""

from __future__ import annotations

import streamlit as st

st.title("How we know")
st.markdown("Nothing is explained here yet.")
