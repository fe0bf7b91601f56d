"""Stories: many articles, one event; whose words they share, and where they agree or conflict."""
