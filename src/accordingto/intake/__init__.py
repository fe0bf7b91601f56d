"""Bytes in: files, folders, archives of records; told apart and decoded."""
