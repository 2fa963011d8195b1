"""One module a command of the command line; each has `command`. `read` alone imports Textual."""
