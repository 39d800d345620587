"""What makes an action worth doing, read from its words: who, by when, what exactly, and how anybody can tell."""
