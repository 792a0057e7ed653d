"""The decision: weekly marks in, a move with its reasons out."""
