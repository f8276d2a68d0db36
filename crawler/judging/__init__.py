"""What an answer shows: the page, or what stands in its place. Pure, on bytes."""
