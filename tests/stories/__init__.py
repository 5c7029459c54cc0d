"""Stories: each `*.txt` here is one case, read top to bottom; `test_stories.py` plays them through real builds."""
