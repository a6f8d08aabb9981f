"""The readings: each file finds one kind of thing in the words of a report. None imports another."""
