"""Readings as documents of the web: whole in one file, fetching nothing, safe whatever a dossier says."""
