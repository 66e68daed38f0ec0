#pragma once

class QFormLayout;
class QString;
class QWidget;

namespace sb::ui {

class Label;

// What the settings of a conversation are laid out with.

[[nodiscard]] QFormLayout *makeForm(QWidget *body);
void addHead(QFormLayout *form, const QString &text);
void addField(QFormLayout *form, const QString &title, QWidget *input); ///< in the column of all fields
[[nodiscard]] Label *addError(QFormLayout *form, const QString &text); ///< hidden, below the field before it
void showWrong(QWidget *input, const QString &expected); ///< empty: it is right

} // namespace sb::ui
