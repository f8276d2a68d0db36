"""Breath for the event loop: what takes long on its thread is done a little in each of its turns."""

import asyncio
import time

MOST_SECONDS = 0.005
"""So long such work may take in one turn of the loop; whoever comes after that waits for the next."""


class Breath:
    """Held (`with`) by work that takes long for the loop, after `drawn` said that this turn has time for it."""

    def __init__(self) -> None:
        self._spent, self._began = 0.0, 0.0

    async def drawn(self) -> None:
        """Return in a turn of the loop that has time left."""
        while self._spent >= MOST_SECONDS:
            await asyncio.sleep(0)

    def __enter__(self) -> None:
        """Begin the work."""
        if not self._spent:
            asyncio.get_running_loop().call_soon(self._exhale)
        self._began = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        """Note how long it took."""
        self._spent += time.perf_counter() - self._began

    def _exhale(self) -> None:
        """The next turn of the loop begins."""
        self._spent = 0.0
