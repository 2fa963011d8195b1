"""Where reports come from: files, folders, addresses, feeds, mailboxes, watched folders."""
