"""Asking: one URL or address at a time, bounded and vetted. The only home of httpx and aiohttp."""
