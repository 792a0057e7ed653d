"""Values and a language's sentences (`of`) in; what is said and in which order, once for all but English, out."""
