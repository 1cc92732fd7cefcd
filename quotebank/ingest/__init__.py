"""The outside world made into candidate records: what a press digest, a page or a file says was published where.

Nothing here opens a bank or saves anything; see `quotebank.actions`.
"""
