"""Sites that answer otherwise than they mean: dated rows, and the readers they name."""
