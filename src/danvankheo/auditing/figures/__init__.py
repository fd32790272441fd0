"""What a printed figure leaves open, exactly.

- `intervals` exact intervals; `lattice` whole numbers between two rates
- `reported` what a printed figure says
- `inputs` what checks take in; `rates` percentages as ratios
"""
