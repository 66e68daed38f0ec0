#pragma once

#include "ui/chains/policies/policy_document.h"
#include "ui/chains/policies/request_source.h"

#include <QWidget>

namespace sb::ui {

class Chip;
class DecisionView;
class Label;
class SignalMark;

/// The middle of the policy editor: which rule decides for a request, and of each one before it what did not hold.
class DecisionPanel final : public QWidget
{
    Q_OBJECT
public:
    DecisionPanel(PolicyDocument &document, RequestSource &source, const Clock &clock, QWidget *parent = nullptr);
    void setProblems(const QStringList &sentences); ///< what is wrong with the policy

private:
    [[nodiscard]] QWidget *makeHead();
    void openRequests();
    void openPaste();
    void present();

    PolicyDocument &m_document;
    RequestSource &m_source;
    const Clock &m_clock;
    DecisionView *m_view;
    Chip *m_request = nullptr;
    SignalMark *m_signal = nullptr;
    Label *m_sentence = nullptr;
    Label *m_caveat;
    Label *m_problems;
};

} // namespace sb::ui
