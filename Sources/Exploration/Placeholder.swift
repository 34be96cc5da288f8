internal import Stories
