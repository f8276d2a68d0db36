"""One command a file: parse, call one job, print, exit code."""
