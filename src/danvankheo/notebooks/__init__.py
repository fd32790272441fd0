"""How records, summaries, findings and facts look in notebooks and terminals."""
