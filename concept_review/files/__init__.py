"""Readers of office files."""
