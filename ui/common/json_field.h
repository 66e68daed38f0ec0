#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <QWidget>

#include <functional>

namespace sb::ui {

class JsonText;
class Label;

/// A field for JSON that is checked as it is typed: what is wrong stands below it, with its path, its line is marked,
/// and the text stays.
class JsonField final : public QWidget
{
    Q_OBJECT
public:
    using Check = std::function<Result<void>(const Json &)>;
    /// @param title the accessible name. @param check is asked about what parses; an empty text is always right
    JsonField(const QString &title, Check check, QWidget *parent = nullptr);

    void setValue(const Json &value); ///< null: empty. Keeps a text that means the same, or nothing yet
    /// Also in place of a text that is not right.
    /// @param unfinished what unfinished() said before; empty: the value's text
    void reset(const Json &value, const QString &unfinished = {});
    [[nodiscard]] QString unfinished() const; ///< the text, while it is not right
    [[nodiscard]] QString problem() const { return m_problem; } ///< empty when what is typed is right
    void setExample(const QString &example); ///< shown while the field is empty
    void setTextHeight(int height); ///< instead of what room there is
    [[nodiscard]] JsonText *edit() { return m_edit; }

signals:
    void valueEdited(const sb::Json &value); ///< right, by typing
    void problemChanged();
    void textEdited();

private:
    void take();

    Check m_check;
    JsonText *m_edit;
    Label *m_error;
    QString m_problem;
    Json m_value;
};

} // namespace sb::ui
