#pragma once

#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QHBoxLayout;

namespace sb::ui {

class Label;

/// The prompt for all panes: grows with its text up to a third of the window; Ctrl+Enter sends. The estimate stands
/// before the button, since it must be seen before the click.
class PromptBox final : public QWidget
{
    Q_OBJECT
public:
    explicit PromptBox(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString &text);
    void clear();
    void setEstimate(const QString &estimate);
    void setSendable(bool sendable, const QString &whyNot = {});
    void addControl(QWidget *control); ///< at the left below the text
    void focusText();

signals:
    void sendRequested();
    void textEdited(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void grow();

    QPlainTextEdit *m_edit;
    QHBoxLayout *m_controls;
    Label *m_estimate;
    QPushButton *m_send;
};

} // namespace sb::ui
