"""Small legacy programs, what the tool makes of them, and a demonstration."""
