"""The command line: arguments, help and messages in the user's language, and the tools of developers."""
