#pragma once

#include "core/usage/explanation.h"

#include <QTextEdit>

namespace sb::ui {

/// An explanation as text that can be selected: heads, and the sentences under them in the order in which things
/// happened. Read by screen readers as the text that it is.
class ExplanationView final : public QTextEdit
{
    Q_OBJECT
public:
    explicit ExplanationView(QWidget *parent = nullptr);
    void present(const usage::Explanation &explanation);

protected:
    void changeEvent(QEvent *event) override;

private:
    void write();
    usage::Explanation m_shown;
};

} // namespace sb::ui
