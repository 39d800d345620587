"""The one way to change a record, for the screen and the command line alike."""
