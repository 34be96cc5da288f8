internal import Documents
