#pragma once

#include "core/usage/records.h"

#include <QTimeZone>
#include <QWidget>

class QLineEdit;
class QPlainTextEdit;
class QStackedWidget;

namespace sb::ui {

class DecisionTable;
class Label;
class MarkdownView;
class SegmentedControl;
class TableView;
class WaterfallView;

/// One record in full: trace, request, answer, raw.
class RecordView final : public QWidget
{
    Q_OBJECT
public:
    explicit RecordView(QWidget *parent = nullptr);
    void present(const usage::RequestRecord &record, const usage::RecordKey &key, const QTimeZone &zone);
    void clear();

signals:
    void openInPlayground(const QString &target, const QString &prompt);
    void lostSettled(const sb::usage::LostSettlement &settlement);

private:
    [[nodiscard]] QWidget *makeTrace();
    [[nodiscard]] QWidget *makeNumbers(QWidget *parent);
    [[nodiscard]] QWidget *makeLostRow(QWidget *parent);
    void presentNumbers();
    void settleLost(NanoDollars amount);
    void openPrompt();

    usage::RequestRecord m_record;
    usage::RecordKey m_key;
    Label *m_title;
    Label *m_subtitle;
    SegmentedControl *m_tabs;
    QStackedWidget *m_stack;
    WaterfallView *m_waterfall;
    DecisionTable *m_decision;
    TableView *m_decisionView;
    Label *m_sentence;
    QList<Label *> m_numbers;
    QWidget *m_lost;
    QLineEdit *m_lostAmount;
    QPlainTextEdit *m_request;
    MarkdownView *m_answer;
    QPlainTextEdit *m_raw;
};

} // namespace sb::ui
