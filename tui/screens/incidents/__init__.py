"""The incidents of a library over its reports: the list of all, and each one's own screen."""
