"""Exact calculation: numbers and records in, numbers and records out."""
