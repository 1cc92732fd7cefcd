"""Citations as a writer pastes them into a paper: wording here, marking up by form."""
