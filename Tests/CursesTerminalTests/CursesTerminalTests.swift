// Its first tests land with the next commits.
