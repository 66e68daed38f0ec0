#pragma once

#include "ui/common/markdown/markdown_renderer.h"

#include <QElapsedTimer>
#include <QList>
#include <QTextBrowser>

namespace sb::ui {

/// Shows the turns of one conversation and appends to the last answer as it streams: only the block that is still open
/// is rendered again, so that the cost of a refresh does not grow with the answer. Loads nothing from files or the
/// network; links are announced, not followed.
class MarkdownView final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit MarkdownView(QWidget *parent = nullptr);

    void clearTurns();
    void addUserTurn(const QString &text);
    void addAnswer(const QString &markdown, const QString &reasoning = {});
    /// A remark of ours between turns: why an answer failed, that it was cut.
    void addNote(const QString &text, bool isError);
    /// Begins an answer that streams.
    void beginAnswer();
    void appendText(const QString &text); ///< cheap; shown at the next refresh()
    void appendReasoning(const QString &text);
    void replaceText(const QString &text); ///< after a restart
    void endAnswer(); ///< renders the whole answer once more, without the caret
    [[nodiscard]] bool isStreaming() const { return m_streaming; }
    /// Puts what was appended on screen. Called by the one timer of all panes. @return whether something changed
    bool refresh();
    [[nodiscard]] QString answerText() const; ///< Markdown of the last answer

signals:
    void linkOpened(const QUrl &url);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Turn
    {
        enum class Kind
        {
            User,
            Answer,
            Note,
            Error
        };
        Kind kind = Kind::Answer;
        QString text = {};
        QString reasoning = {};
        bool reasoningOpen = false;
    };

    void renderAll();
    void renderTurn(const Turn &turn, int index);
    void renderReasoning(const Turn &turn, int index);
    void insertMarkdown(QTextCursor &cursor, const QString &markdown);
    void insertLine(const QString &text, const QTextCharFormat &format, const QTextBlockFormat &block);
    void replaceOpenBlock();
    void activate(const QUrl &url);
    [[nodiscard]] bool followsEnd() const;

    QList<Turn> m_turns;
    MarkdownLook m_look;
    QElapsedTimer m_sinceRefresh;
    qint64 m_lastCost = 0; ///< nanoseconds of the last refresh
    qsizetype m_closed = 0; ///< characters of the streaming answer that are rendered for good
    int m_openPosition = 0; ///< in the document, where the open block begins
    bool m_dirty = false;
    bool m_reasoningDirty = false;
    bool m_streaming = false;
};

} // namespace sb::ui
