"""One file for each page; lists of them are in `views.frame`."""
