"""Who is meeting whom halfway: acts in, measures, changes and signals out."""
