#pragma once

#include "core/chat/request.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace sb::ui {

class Label;

/// Takes the body of a request, in OpenAI's form, from the clipboard or as it is typed, and says what is wrong with it.
class PasteDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit PasteDialog(QWidget *parent = nullptr);
    void setText(const QString &text);

signals:
    void taken(const chat::Request &request);

private:
    void check();
    void take();

    QPlainTextEdit *m_text;
    Label *m_problem;
    QPushButton *m_use;
    std::optional<chat::Request> m_request;
};

/// Reads a body of a request. Errors: InvalidInput, which names the line or the path and what was expected.
[[nodiscard]] Result<chat::Request> requestOfText(const QString &text);

} // namespace sb::ui
