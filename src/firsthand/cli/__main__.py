"""`python -m firsthand.cli`: the command line where the console script is not on the path."""

from firsthand.cli import main

main()
