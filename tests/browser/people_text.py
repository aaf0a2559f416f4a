"""Text as people type it, shown by the app: what it shows is compared with what was typed."""

from __future__ import annotations

import streamlit as st

from evaluation.app.text import Markup, as_text

TYPED = (
    ":material/home: :smile: :red[x] $x$ **b** <b>x</b> <script>alert(1)</script> &lt; -> <- -- >= "
    "www.x.com http://a.b a_b_c `c` ~~d~~ [l](http://e) | & 12:30 (c) a@b.c ![i](http://x/y.png) ##"
)
STARTS = ("1. one", "# two", "- three", "> four", "+ five", "===", "|---|")
# A text that turns the line round, between two words that must stay where they are.
TURNED = "\u202e\u05e9\u05dc\u05d5\u05dd (abc)\u2069"

if st.runtime.exists():
    st.title("Typed")
    st.markdown(as_text(TYPED))
    for start in STARTS:
        st.markdown(as_text(start))
    st.markdown(Markup(f"before {as_text(TURNED)} after"))
