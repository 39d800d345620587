"""Words that blame, told apart from words about systems: who is the subject, which verb, and what excuses the sentence."""
