"""What a talk adds up to, in pictures and words, without ever adding it up to a number."""
