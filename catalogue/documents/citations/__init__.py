"""Works as bibliographies cite them: people, title, year and place, in the styles people use. Pure."""
