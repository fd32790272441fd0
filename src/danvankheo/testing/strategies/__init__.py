"""Hypothesis strategies, one module a group of types; `danvankheo.testing` has them all."""
