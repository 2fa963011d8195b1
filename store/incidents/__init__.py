"""The incidents of a report: joined, split, and their numbers counted anew."""
