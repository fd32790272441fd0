"""The province's report, from the reports of its communes."""
