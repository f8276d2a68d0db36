"""Rows in, one issue of a report or digest out: pure."""
