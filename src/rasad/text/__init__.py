"""From characters to words: tokens, normal forms, clitics and sentences, every one tied to the original text."""
