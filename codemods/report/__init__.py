"""Tells a person what was done, what to review and what is left."""
