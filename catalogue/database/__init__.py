"""The database itself: its tables, its public views, how it is made and opened."""
