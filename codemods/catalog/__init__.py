"""The catalog: what stands in the place of each public name of boto 2, one table per service."""
