"""Which boto 2 type can each expression of the program hold?"""
