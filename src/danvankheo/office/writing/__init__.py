"""Reports as papers of an office: documents of blocks written as workbooks and as Word documents."""
