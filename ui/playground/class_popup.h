#pragma once

#include "core/chat/request.h"
#include "core/routing/classifier/class_rules.h"
#include "core/routing/classifier/classification.h"
#include "ui/common/popup.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace sb::ui {

/// Which kind of work a request was taken for, and why: the evidence with its weights, its places marked in the prompt,
/// and the way to say that it was something else.
class ClassPopup final : public Popup
{
    Q_OBJECT
public:
    ClassPopup(const chat::Request &request, const routing::Classification &task, const routing::ClassRules &own,
               QWidget *parent);

signals:
    void corrected(const QString &className); ///< it is closed by then
    void classesRequested(); ///< the user's own classes are to be edited

private:
    void addHead();
    void addPrompt();
    void addEvidence();
    void addCorrection();
    void openClasses();
    void typeNew();
    void correct(const QString &className);

    chat::Request m_request;
    routing::Classification m_task;
    routing::ClassRules m_own;
    QPushButton *m_was = nullptr;
    QLineEdit *m_name = nullptr; ///< of a new class
    QPushButton *m_add = nullptr;
};

} // namespace sb::ui
