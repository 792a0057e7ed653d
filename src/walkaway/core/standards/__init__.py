"""What you will not go below: targets, and each week checked against them."""
