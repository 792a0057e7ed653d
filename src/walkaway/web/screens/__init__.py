"""The screens: one file each, a request in, a page out."""
