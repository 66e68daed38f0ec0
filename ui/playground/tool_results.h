#pragma once

#include "core/chat/message.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace sb::ui {

/// Under an answer that calls tools: one field a call for its result, and a button that sends them on.
class ToolResults final : public QWidget
{
    Q_OBJECT
public:
    explicit ToolResults(QWidget *parent = nullptr);
    /// Empty hides it. What was typed stays as long as the calls are the same.
    /// @param texts what was typed before, by call; null: nothing
    void setCalls(const QList<chat::ToolCall> &calls, const Json &texts);
    void putBehind(QWidget *before); ///< the fields, in the order of Tab

signals:
    void sendRequested(const QList<sb::chat::Message> &results);
    void textsEdited(const sb::Json &texts); ///< by call; null: all are empty

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void send();
    void tellTexts();
    [[nodiscard]] QWidget *makeField(const chat::ToolCall &call, const QString &text);

    QList<chat::ToolCall> m_calls;
    QWidget *m_body;
    QVBoxLayout *m_fields;
    QList<QPlainTextEdit *> m_edits;
    QScrollArea *m_scroll;
    QPushButton *m_send;
};

} // namespace sb::ui
