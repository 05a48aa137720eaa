"""The bulletin's form and what was typed into it: offered, restored, forgotten once saved."""
