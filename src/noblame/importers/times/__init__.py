"""Times as they are written, the zones they are told in, and the instants that these make."""
