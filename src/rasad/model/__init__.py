"""The nouns of Rasad: documents, words, mentions, records and the codebook's vocabularies."""
