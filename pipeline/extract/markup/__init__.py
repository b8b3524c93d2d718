"""HTML becomes lines in boxes and tables: what a visitor sees, with its place, and nothing else."""
