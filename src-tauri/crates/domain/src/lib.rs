//! Pure rules and types of Cairn: frameworks, systems, classification, gaps, applicability.
