"""What do the commands print for machines? The JSON documents, as plain data."""
