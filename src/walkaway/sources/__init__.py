"""Archives in, events out: one room per archive kind; each says what it reads, what it could not, and why."""
