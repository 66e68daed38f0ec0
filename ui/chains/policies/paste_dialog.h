#pragma once

#include "core/chat/request.h"

#include <QDialog>

class QPushButton;

namespace sb::ui {

class JsonText;
class Label;

/// Takes a request as text: its JSON, or just what it says. What is wrong is said below, and the text stays.
class PasteDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit PasteDialog(QWidget *parent); ///< deletes itself when it is closed

signals:
    void pasted(const sb::chat::Request &request);

private:
    void check();
    JsonText *m_text;
    Label *m_problem;
    QPushButton *m_use;
};

} // namespace sb::ui
