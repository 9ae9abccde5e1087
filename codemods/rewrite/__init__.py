"""Decides what stands in the place of each use of boto 2, as edits of the original text."""
