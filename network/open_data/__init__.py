"""How does the public network go out to other programs?"""
