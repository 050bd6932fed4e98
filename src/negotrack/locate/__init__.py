"""Where does each key and each value stand in the text of a file?

Parsers of TOML and JSON give the data and forget the text. This package reads a text that a
parser has accepted already and finds the places again, so that a fault in the data can be shown
by line and column:

- `negotrack.locate.toml` and `negotrack.locate.json` each find the places in one format.
- `negotrack.locate.place` says what a place is.
- `negotrack.locate.tree` holds what both formats share: values nested in values.
"""
