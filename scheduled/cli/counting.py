"""Numbers as the lines of commands say them."""


def counted(number: int, noun: str, nouns: str = "") -> str:
    """A number with its noun in the right form: "1 link", "1,200 links"; `nouns` where that is not `noun` and an s."""
    return f"{number:,} {noun if number == 1 else nouns or noun + 's'}"
