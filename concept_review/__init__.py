"""What does it say, what should it say, who decided?"""
