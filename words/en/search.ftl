# Search: where something was found.
found-in-mark = Check
found-in-finish = Note of a check
found-in-day-note = Note of a day
found-in-incident = Incident
found-in-incident-note = Incident timeline
found-in-sale = Sale in doubt
found-in-receipt = Receipt
found-in-dispute = Case
found-in-dispute-note = Case timeline
found-in-file = File
found-in-provider = Contact
found-in-terminal = Terminal
found-in-staff = Staff
found-in-code-text = Code in our words
found-belongs = belongs to { $what }
