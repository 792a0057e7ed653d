"""What ships beside the code, or is found on this machine: rules, fitted numbers and a sentence model, out of files."""
