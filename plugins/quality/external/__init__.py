"""Links to other sites: gathering them, trying each politely, and keeping what came of it."""
