"""Español: las palabras de las páginas."""
