"""What can be found, and how it is stated.

- `codes` the kinds of findings, how bad each is, and its sentences
- `wording` how values stand in a sentence
- `finding` a finding: its values, where it stands, how it is corrected
- `data` findings for other programs, SARIF among them
"""
