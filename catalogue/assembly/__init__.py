"""From what people decided and what pages say to all that a build stores."""
