"""What do spreadsheets and data frames get? The long tables, as CSV."""
