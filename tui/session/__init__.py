"""An article under review, from opening to closing; no module here knows Textual."""
