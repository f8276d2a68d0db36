"""Frozen dataclasses that cross borders."""
