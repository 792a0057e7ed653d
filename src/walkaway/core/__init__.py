"""The judgement: values in, values out. No file, clock, dice or network."""
