"""How fast it is: each module measures one thing and gives tables; `python -m benchmarks` prints them.

Texts and pages are made from the bundled sample. Nothing here is a test, and no test asserts a time.
"""
