"""Repairs, guards and call sites for the program that carries this along."""
