"""A refusal, read: a text in; timing, fit, person or other, and a next step, out. It suggests; the person confirms."""
