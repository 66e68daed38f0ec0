#pragma once

/// Widths that the forms of this panel share, in logical pixels.
namespace sb::ui {

inline constexpr int FormLabelWidth = 120;
inline constexpr int FormFieldWidth = 320;

} // namespace sb::ui
