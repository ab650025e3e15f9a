# Classification: words that are stored or exported.

classification-record = EU AI Act classification of { $name }
