"""Documents in other forms, one small module a form."""
