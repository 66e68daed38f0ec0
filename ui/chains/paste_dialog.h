#pragma once

#include "core/base/result.h"
#include "core/chat/request.h"

#include <QDialog>

class QPushButton;

namespace sb::ui {

class JsonText;
class Label;

/// A request that says this and leaves the choice of a model to whoever is asked.
[[nodiscard]] chat::Request requestSaying(const QString &text);
/// A request as somebody pastes it: a body in OpenAI's form, which need not name a model, or plain text. Errors:
/// InvalidInput, which names the line or the path and what was expected.
[[nodiscard]] Result<chat::Request> pastedRequest(const QString &text);

/// Takes a request as text; what is wrong is said below, and the text stays.
class PasteDialog final : public QDialog
{
    Q_OBJECT
public:
    /// @param what becomes of it, a sentence
    explicit PasteDialog(const QString &what, QWidget *parent = nullptr); ///< deletes itself when it is closed
    void setText(const QString &text);

signals:
    void taken(const sb::chat::Request &request);

private:
    void check();

    JsonText *m_text;
    Label *m_problem;
    QPushButton *m_use;
};

} // namespace sb::ui
