"""Tests of reading the outside world: candidate records, nothing saved."""
