"""What a person can ask for: one file per intention. Fetches, calls the core, hands back a value; holds no formula."""
