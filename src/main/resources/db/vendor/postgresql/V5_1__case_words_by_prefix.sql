-- The beginning of a word is found by this index only when it compares byte by byte.
CREATE INDEX safeguarding_case_word_prefix ON safeguarding_case_word (word varchar_pattern_ops);
