"""A writer of made-up Markdown: sentences, paragraphs, lists, tables, by seeded chance."""

import random
from collections.abc import Sequence

from bench.words import VOCABULARY

_MARKS = str.maketrans("", "", "*`")


class Writer:
    """Writes in one language; the same seed gives the same text."""

    def __init__(self, language: str, seed: str) -> None:
        self.chance = random.Random(seed)
        self._words = VOCABULARY[language]

    def noun(self) -> str:
        """Choose a noun."""
        return self.chance.choice(self._words.nouns)

    def nouns(self, fewest: int, most: int) -> str:
        """Choose some nouns, as a heading or a link's text has them."""
        return " ".join(self.noun() for _ in range(self.chance.randint(fewest, most)))

    def sentence(self) -> str:
        """Write a sentence of 6 to 16 words; in a fifth of them a word is emphasised or code."""
        count = self.chance.randint(6, 16)
        words = [self._word() for _ in range(count)]
        for share, form in ((0.12, "**{}**"), (0.06, "*{}*"), (0.03, "`{}`")):
            if self.chance.random() < share:
                words[self.chance.randrange(count)] = form.format(self.noun())
                break
        text = " ".join(words)
        if count > 9 and self.chance.random() < 0.2:
            text = text.replace(" ", ", ", 1)
        return text[0].upper() + text[1:] + ("." if self.chance.random() < 0.93 else "!")

    def plain_sentence(self) -> str:
        """Write a sentence without marks, as front matter has it."""
        return self.sentence().translate(_MARKS)

    def paragraph(self, links: Sequence[str] = ()) -> str:
        """Write 3 to 7 sentences; in half of the paragraphs one ends with a link."""
        sentences = [self.sentence() for _ in range(self.chance.randint(3, 7))]
        if links and self.chance.random() < 0.5:
            place = self.chance.randrange(len(sentences))
            link = f" [{self.nouns(2, 2)}]({self.chance.choice(links)})."
            sentences[place] = sentences[place][:-1] + link
        return " ".join(sentences)

    def bullets(self, count: int) -> str:
        """Write a list."""
        return "\n".join(f"- {self.sentence()}" for _ in range(count))

    def steps(self, count: int) -> str:
        """Write a numbered list."""
        return "\n".join(f"{number}. {self.sentence()}" for number in range(1, count + 1))

    def table(self, rows: int) -> str:
        """Write a table of three columns of words and one of numbers."""
        head = "| " + " | ".join(self.noun() for _ in range(4)) + " |\n|---|---|---|---:|\n"
        return head + "\n".join(
            f"| {self.noun()} | {self.noun()} | {self.noun()} | {self.chance.randrange(9999)} |" for _ in range(rows)
        )

    def code(self) -> str:
        """Write a few lines of a program."""
        name = self.chance.choice(("laske", "mittaa", "summa"))
        return f"```python\ndef {name}(x):\n    return [i * {self.chance.randrange(9)} for i in range(x)]\n```"

    def _word(self) -> str:
        if self.chance.random() < 0.42:
            return self.chance.choice(self._words.others)
        return self.chance.choice(self._words.verbs if self.chance.random() < 0.2 else self._words.nouns)
