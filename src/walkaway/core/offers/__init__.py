"""Offers on the table: numbers said by both sides in, what to answer and the number to say out."""
