"""The one style sheet: short rules where Streamlit's theme cannot reach.

Rules lean on `data-testid`, `st-key-*`, `.st...` classes and element names only; the
classes that Streamlit generates change with each version. Colours stand in pairs, light
and dark, as in `.streamlit/config.toml`.
"""

from __future__ import annotations

from typing import Final

import streamlit as st

# The line beside the warnings is the colour of "look at this"; beside problems, of "looks wrong".
# On a phone whatever is tapped is at least 44 pixels high (Web Content Accessibility Guidelines 2.2, 2.5.5).
_RULES: Final = """
[data-testid="stMainBlockContainer"] {max-width: 1200px}
[data-testid="stHeading"] h1 {padding: .25rem 0 .5rem}
[data-testid="stHeading"] h2 {padding: .5rem 0 .25rem}
[data-testid="stHeading"] h3 {padding: .25rem 0 0}
[data-testid="stMarkdownContainer"] small {font-size: .875rem; line-height: 1.5}
[data-testid="stMarkdownContainer"] :is(p, li, td, th) {unicode-bidi: plaintext}
[data-testid="stTable"] table {font-size: .875rem}
[data-testid="stTable"] :is(th, td):first-child {padding-left: 0}
[data-testid="stTable"] :is(th, td):last-child {padding-right: 0}
[data-testid="stTable"] :is(th, td) {border-color: light-dark(#D5D9DC, #3A4248)}
[data-testid="stTable"] td [data-testid="stMarkdownContainer"] {max-width: 44rem}
.st-key-steps td:first-child {overflow-wrap: anywhere}
[data-testid="stTable"] th p {color: light-dark(#505B64, #AEB8C0)}
[data-testid="stTable"] td:last-child strong {white-space: nowrap}
[data-testid="stExpander"] summary {opacity: 1}
[class*="st-key-warnings"] {border-left: 4px solid light-dark(#A8430B, #F7A26C); padding-left: 1rem}
[class*="st-key-problems"] {border-left: 4px solid light-dark(#801650, #EBA3C6); padding-left: 1rem}
[data-testid="stLayoutWrapper"]:has(> [class*="st-key-remember"]) {display: none}
[class*="st-key-who-change"] p {text-decoration: underline; color: light-dark(#1A65A6, #8CBDF0)}
[data-testid="stPageLink"] a {padding: 0; background: none}
[data-testid="stApp"] a:focus-visible {outline: 2px solid light-dark(#1A65A6, #8CBDF0); outline-offset: 2px}
[data-testid="stPageLink"] p {text-decoration: underline; color: light-dark(#1A65A6, #8CBDF0); font-weight: 400}
.on-this-page p {color: light-dark(#505B64, #AEB8C0); font-size: .875rem; margin: 0 0 .25rem}
.on-this-page ul {columns: 3 15rem; list-style: none; margin: 0; padding: 0}
.on-this-page li {break-inside: avoid; margin: 0; padding: .15rem 0 .15rem 1.6rem}
.on-this-page li::before {content: "—"; float: left; margin-left: -1.6rem}
.on-this-page a {color: light-dark(#1A65A6, #8CBDF0); text-decoration: underline}
[data-testid="stHeading"] :is(h1, h2, h3) {scroll-margin-top: 4.5rem}
.st-key-foot {margin-top: 2rem}
.st-key-foot a {padding-left: 0}
.stElementContainer:has(.stPlotlyChart) {overflow: visible}
@media (min-width: 641px) {.stGraphVizChart svg {zoom: .8}}
.stGraphVizChart svg text {font-family: "Source Sans", sans-serif; font-size: 16px !important}
[data-variant="segmented_control"][data-selected="true"] p {color: light-dark(#1A65A6, #8CBDF0)}
@media (min-width: 641px) {.st-key-foot {display: none}}
@media (max-width: 640px) {
  [data-testid="stHeading"] h1 {font-size: 1.65rem}
  [data-testid="stHeading"] h2 {font-size: 1.3rem}
  :is([data-testid="stButton"], [data-testid="stFormSubmitButton"], [data-testid="stDownloadButton"]) button,
  [data-testid="stExpander"] summary, [data-testid="stPageLink"] a, [data-testid="stPopoverButton"],
  :is([data-testid="stCheckbox"], [data-testid="stRadio"] [role="radiogroup"]) label,
  [data-testid="stSelectbox"] [role="group"], [data-testid="stNumberInputContainer"] {min-height: 44px}
  :is([data-testid="stCheckbox"], [data-testid="stRadio"] [role="radiogroup"]) label {align-items: center}
  .on-this-page li {padding-block: 0}
  .on-this-page a {display: block}
  .on-this-page a, .on-this-page li::before {padding-block: .55rem}
  .st-key-foot {row-gap: 0}
}
"""


def dress() -> None:
    """Put the rules on the page; takes no room in it."""
    st.html(f"<style>{_RULES}</style>")


# On the wall of a room letters grow with the screen. An item fills it: its picture takes what the words leave.
_MEETING_RULES: Final = """
.st-key-item [data-testid="stHeading"] h1 {font-size: 1.55rem; line-height: 1.2; padding: 0 0 .9rem}
.st-key-item-beside [data-testid="stHeading"] h2 {font-size: 1.1rem; padding: .25rem 0 .8rem}
.st-key-item-beside {gap: .3rem}
.st-key-item-beside p {font-size: .9rem; line-height: 1.4}
.st-key-item-beside :is([class*="st-key-item-note"], .st-key-item-rule) p {
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden
}
.st-key-question-long [data-testid="stHeading"] h1 {font-size: 1.2rem}
.st-key-item-strength {row-gap: 0}
.st-key-item-sentence p {font-size: 1.15rem; line-height: 1.4}
.st-key-item-decide {border-top: 1px solid light-dark(#D5D9DC, #3A4248); padding-top: .25rem}
.st-key-item :is([data-testid="stPageLink"] a, [data-testid="stPopoverButton"]) {padding-left: 0}
[data-testid="stPopoverBody"] [data-testid="stTable"] th p {color: inherit}
:is(.st-key-item, .st-key-opening-strip) [data-testid="stPopoverButton"] p {color: light-dark(#1B2329, #E8EBED)}
.st-key-agenda-foot [data-variant="segmented_control"] {padding: 0 .6rem}
.st-key-item [data-testid="stPageLink"] p {text-decoration: underline; color: light-dark(#1A65A6, #8CBDF0)}
.st-key-item-strength [data-testid="stPopover"] {width: auto}
.st-key-item {--short-box-at-most: 5.4rem}
.st-key-item:has(.st-key-decide-more) {--short-box-at-most: 6.5rem}
.st-key-item-decide [class*="st-key-replaces"] {margin-top: -.75rem}
.st-key-item-decide [class*="st-key-replaces"] p {font-size: .875rem}
@media (max-width: 819px) {
  [class*="st-key-agenda-"]:not(.st-key-agenda-foot) {display: none}
  .st-key-agenda-foot {flex-wrap: nowrap}
  .st-key-opening [data-testid="stMarkdown"] a {display: inline-block; padding-block: .6rem}
}
@media (min-width: 820px) and (max-height: 1200px) {
  .st-key-item:has(.st-key-decide-more) .st-key-item-noticed {display: none}
}
@media (min-width: 820px) and (max-height: 900px) {
  .st-key-item-beside [class*="st-key-item-note-"] p {-webkit-line-clamp: 2}
  .st-key-item-beside .st-key-item-rule p {-webkit-line-clamp: 3}
  .st-key-item:has(.st-key-question-long) [class*="st-key-item-note-"] p {-webkit-line-clamp: 1}
  .st-key-item-beside {gap: .2rem}
  .st-key-item-beside [data-testid="stHeading"] h2 {padding: .15rem 0 .5rem}
  .st-key-item-beside > [data-testid="stElementContainer"] h2 {padding: .4rem 0 .85rem}
  .st-key-opening [data-testid="stTable"] :is(th, td) {padding-block: .15rem}
  .st-key-item-last p {display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden}
  .st-key-item-last > :first-child:not(:last-child) p {-webkit-line-clamp: 1}
  .st-key-item-decide [class*="st-key-draft-"] p {font-size: .9rem; line-height: 1.4}
  .st-key-item:has(.st-key-decide-more) [data-testid="stLayoutWrapper"]:has(> .st-key-picture) {display: none}
}
@media (min-width: 820px) {
  .st-key-item-noticed [data-testid="stPageLink"] a {min-height: 0; padding-block: 0}
  :is(.st-key-item, .st-key-opening-strip) [data-testid="stPopoverButton"] {min-height: 0; padding-block: 0}
  html:root {font-size: clamp(20px, 1.25vw, 24px)}
  [data-testid="stMainBlockContainer"] {max-width: none; padding-left: 2rem; padding-right: 2rem; padding-bottom: 0}
  [data-testid="stBottomBlockContainer"] {max-width: none; padding: .5rem 2rem .75rem}
  [data-testid="stMainBlockContainer"]:has(.st-key-item) {padding-top: .75rem}
  [data-testid="stMainBlockContainer"]:has(.st-key-opening-strip) {padding-top: 3.9rem}
  [data-testid="stApp"]:has(.st-key-item) [data-testid="stHeader"] {display: none}
  :is(.st-key-agenda-foot, .st-key-decided-foot) {flex-wrap: nowrap}
  .st-key-item {min-height: calc(100vh - 5.6rem)}
  [data-testid="stLayoutWrapper"]:has(> :is(.st-key-item-middle, .st-key-item-found)) {flex: 1 1 auto}
  .st-key-item-middle > [data-testid="stLayoutWrapper"] {flex: 1 1 auto}
  [data-testid="stLayoutWrapper"]:has(> .st-key-picture) {flex: 1 1 9rem}
  .st-key-picture {position: relative}
  .st-key-picture > * {position: absolute; inset: 0}
}
"""


def dress_meeting() -> None:
    """Put the rules of the page Meeting beside the others."""
    st.html(f"<style>{_MEETING_RULES}</style>")
