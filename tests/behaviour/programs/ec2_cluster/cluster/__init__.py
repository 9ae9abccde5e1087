"""A toy cluster manager."""
