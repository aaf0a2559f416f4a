"""One file a schema, in order. A file that was released is never edited."""
