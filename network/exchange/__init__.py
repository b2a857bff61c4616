"""How does a network come in from a file, and how does it go out?"""
