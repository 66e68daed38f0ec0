#pragma once

#include "core/profile/workspace.h"
#include "core/usage/records.h"

#include <QTimeZone>
#include <QWidget>

#include <array>

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace sb::ui {

class DecisionTable;
class ExplanationView;
class Label;
class MarkdownView;
class SegmentedControl;
class TableView;
class WaterfallView;

/// One record in full: trace, the same in sentences, request, answer, raw.
class RecordView final : public QWidget
{
    Q_OBJECT
public:
    RecordView(const profile::Workspace &workspace, const Clock &clock, QWidget *parent = nullptr);
    void present(const usage::RequestRecord &record, const usage::RecordKey &key, const QTimeZone &zone);
    void clear();
    void focusFirst();
    void takeLostProblem(const usage::RecordKey &key); ///< it could not be settled: may be tried again

signals:
    void openInPlayground(const QString &target, const QString &prompt);
    void lostSettled(const sb::usage::LostSettlement &settlement);

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeTrace();
    [[nodiscard]] QWidget *makeAttempts();
    [[nodiscard]] QWidget *makeDecision();
    [[nodiscard]] QWidget *makeNumbers(QWidget *parent);
    [[nodiscard]] QWidget *makeLostRow(QWidget *parent);
    enum Tab
    {
        Trace,
        Explained,
        Request,
        Answer,
        Raw,
        TabCount
    };
    void fill(int tab);
    void fillAnswer();
    void presentNumbers();
    void presentDecision();
    void presentLost();
    void openCopyMenu();
    void settleLost(NanoDollars amount);
    void settleTyped();
    void openPrompt();

    const profile::Workspace &m_workspace;
    const Clock &m_clock;
    usage::RequestRecord m_record;
    usage::RecordKey m_key;
    QTimeZone m_zone;
    std::array<bool, TabCount> m_stale{}; ///< not filled with the record yet: texts may be long, and rows pass quickly
    Label *m_title;
    Label *m_subtitle;
    SegmentedControl *m_tabs;
    QToolButton *m_copy;
    QPushButton *m_open;
    QStackedWidget *m_stack;
    QWidget *m_attempts;
    WaterfallView *m_waterfall;
    DecisionTable *m_decision;
    TableView *m_decisionView;
    QWidget *m_decided;
    Label *m_ruled;
    Label *m_sentence;
    Label *m_checks;
    QList<Label *> m_numbers;
    QWidget *m_lost;
    QPushButton *m_bound;
    QLineEdit *m_lostAmount;
    Label *m_lostProblem;
    ExplanationView *m_explained;
    QPlainTextEdit *m_request;
    MarkdownView *m_answer;
    QPlainTextEdit *m_raw;
};

} // namespace sb::ui
