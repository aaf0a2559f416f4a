"""One file a page, in the table `evaluation.app.PAGES`. Streamlit runs each as a script."""
