"""After you went quiet or left: will they write, what they did since, and whether they are really back."""
