"""Small grammars and tables that several stages need. Nothing is imported here: take the module you need."""
