"""What else you have: options in, what they are worth and when to stop looking out."""
