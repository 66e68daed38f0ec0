#pragma once

#include "core/base/json.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace sb::ui {

class JsonField;

/// The form of the answer: text, a JSON object, or JSON by a schema.
class AnswerForm final : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerForm(QWidget *parent = nullptr);

    /// @param unfinished as unfinished() said before; null: nothing
    void reset(const Json &format, const Json &unfinished);
    void present(const Json &format); ///< keeps what is typed and not right yet
    [[nodiscard]] QString problem() const; ///< in a sentence; empty: none
    [[nodiscard]] Json unfinished() const; ///< what is chosen and typed and has no format yet; null: nothing

signals:
    void edited(const sb::Json &format);
    void texted(); ///< problem() and unfinished() may be others

private:
    void take();
    void updateVisible();

    Json m_format;
    Json m_schema;
    QComboBox *m_kind;
    JsonField *m_field;
    QCheckBox *m_strict;
};

/// What a schema with this title is called in a request: providers take letters, digits, "_" and "-", at most 64.
[[nodiscard]] QString schemaName(const QString &title);

} // namespace sb::ui
