"""Bytes in, entries with line numbers out; `reading` is the one door, behind it a room for each way to get there."""
