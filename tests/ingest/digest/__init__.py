"""Tests of reading press digests."""
