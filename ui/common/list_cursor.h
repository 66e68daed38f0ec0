#pragma once

class QListView;

namespace sb::ui {

// The cursor of a list that is narrowed by typing in a field above it: the focus stays in the field.

/// Looks and behaves so: without frame and focus, in ChoiceDelegate's rows.
void setUpNarrowed(QListView &list);
/// Goes to this row, or the nearest there is, and tells screen readers, which would follow the focus else.
void setCursorRow(QListView &list, int row);
/// Moves by Up, Down, Page Up or Page Down. @return false: another key
bool moveCursor(QListView &list, int key);

} // namespace sb::ui
