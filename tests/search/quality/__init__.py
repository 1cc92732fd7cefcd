"""How good search is: graded queries over the example bank, alone and among distractors."""
