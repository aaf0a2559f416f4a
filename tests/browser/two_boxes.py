"""Two boxes with a save: what the note box does, by itself."""

from __future__ import annotations

import streamlit as st

from evaluation.app.note_box import forget, note_box

saved = st.session_state.setdefault("saved", [])
for name in ("first", "second"):
    place = f"somebody/one-team/{name}"
    draft = note_box(f"The {name} box", place=place, hint="One sentence is enough.")
    st.text(f"The {name} holds: {draft.text}")
    if st.button(f"Save the {name}"):
        saved.append(f"{draft.key} {draft.text}")
        forget(place, draft)
        st.rerun()
st.text(f"Saved: {[line.split(' ', 1)[1] for line in saved]}")
