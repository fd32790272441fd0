"""For other people's tests: how well a reader of running text does."""
