"""Leaving, for a while or for good: contact in, a plan out."""
