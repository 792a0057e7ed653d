"""Your hours over all pursuits: shared out, ranked for the next one, and how much hangs on any one."""
