"""A writer's bank: the journal that is the truth, its views, its upkeep, and TinyDB over it."""
