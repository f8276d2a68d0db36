"""Entry in, mention out: one field a file, pure, every value with the rule that gave it."""
