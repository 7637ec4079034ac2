// Its first files land with the next commits.
