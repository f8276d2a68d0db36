"""What we know, and how it looks: no network, no clock."""
