"""Who is there, and how are they connected?"""
