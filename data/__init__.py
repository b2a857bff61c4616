"""What we hold: the store, one module per stored noun, and the demo city."""

from data import sqlite_library as _sqlite_library

_sqlite_library.use_one()
