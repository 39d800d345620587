"""One pane for each part of the meeting: pages drawn from the record, and the commands of the part."""
