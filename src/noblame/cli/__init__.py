"""The headless twin: parses, calls, prints. stdout is data, stderr is narration."""
