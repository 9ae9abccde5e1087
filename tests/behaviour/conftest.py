"""The programs and suites here are read by tests, not run as tests."""

collect_ignore = ["programs", "suites"]
