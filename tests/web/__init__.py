"""The small web of the tests."""
