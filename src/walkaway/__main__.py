"""`python -m walkaway`: the command line."""

from walkaway.cli import main

if __name__ == "__main__":
    main()
