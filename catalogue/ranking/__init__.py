"""Which of the new papers matter here: pure, offline."""
