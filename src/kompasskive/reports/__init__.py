"""Pages worth keeping: what a report says (pure) and how it is set on paper (ReportLab)."""
