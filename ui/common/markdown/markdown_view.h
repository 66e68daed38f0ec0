#pragma once

#include "ui/common/markdown/markdown_renderer.h"

#include <QElapsedTimer>
#include <QList>
#include <QTextBrowser>

namespace sb::ui {

/// Shows the turns of one conversation and appends to the last answer as it streams: only the block that is still open
/// is rendered again, so that the cost of a refresh does not grow with the answer, and words that go on a paragraph are
/// put behind it. Loads nothing from files or the
/// network; links are announced, not followed.
class MarkdownView final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit MarkdownView(QWidget *parent = nullptr);

    void clearTurns();
    /// Takes the last turns away, as when a prompt is asked again: this and all that came after. The ones before stay
    /// as they were laid out. @param turn as topTurn() counts them
    void dropTurnsFrom(int turn);
    /// A turn begins. Its prompt stands over its answer, unless it is empty: shown elsewhere.
    void addUserTurn(const QString &prompt);
    void addAnswer(const QString &markdown, const QString &reasoning = {});
    /// A remark of ours between turns: why an answer failed, that it was cut.
    void addNote(const QString &text, bool isError);
    /// A function that the model calls, with its arguments as it wrote them.
    void addToolCall(const QString &name, const QString &arguments);
    void addToolResult(const QString &name, const QString &result);
    /// Begins an answer that streams.
    void beginAnswer();
    void appendText(const QString &text); ///< cheap; shown at the next refresh()
    void appendReasoning(const QString &text);
    void replaceText(const QString &text); ///< after a restart
    void endAnswer(); ///< renders this answer once more, whole and without the caret
    [[nodiscard]] bool isStreaming() const { return m_streaming; }
    /// Puts what was appended on screen. Called by the one timer of all panes. @return whether something changed
    bool refresh();
    [[nodiscard]] QString answerText() const; ///< Markdown of the last answer

    /// The turn whose answer is at the upper edge, from 0; -1 without turns.
    [[nodiscard]] int topTurn() const;
    /// Brings the begin of a turn to the upper edge. The last one has room below it for that.
    void scrollToTurn(int turn);
    /// Makes that room and goes there, after a history was filled in.
    void showLastTurn();

signals:
    void linkOpened(const QUrl &url);
    void topTurnChanged(int turn);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Turn
    {
        enum class Kind
        {
            User,
            Answer,
            Note,
            Error,
            ToolCall,
            ToolResult
        };
        Kind kind = Kind::Answer;
        QString text = {};
        QString reasoning = {};
        QString name = {}; ///< of a tool
        bool reasoningOpen = false;
        int position = 0; ///< in the document, where it begins
    };

    static constexpr QLatin1StringView ReasoningScheme{"reasoning"}; ///< of links that fold reasoning in and out

    void renderFrom(int index); ///< of m_turns: that one and all behind it
    void removeTextFrom(int position);
    void append(const Turn &turn);
    void renderTurn(Turn &turn, int index);
    void renderPrompt(const Turn &turn, int index);
    void renderTool(const Turn &turn);
    void renderReasoning(const Turn &turn, int index);
    void insertMarkdown(QTextCursor &cursor, const QString &markdown);
    void insertLine(const QString &text, const QTextCharFormat &format, const QTextBlockFormat &block);
    void replaceOpenBlock();
    bool appendWords();
    void activate(const QUrl &url);
    void paintCodeBoxes(QPainter &painter);
    void updateMargins();
    [[nodiscard]] double topOf(int position) const; ///< of a place in the document
    [[nodiscard]] QList<int> turnPositions() const;
    /// The scroll position at which the end of the text stands at the lower edge, but no turn begins above the upper.
    [[nodiscard]] int endValue() const;
    void reportTopTurn();

    QList<Turn> m_turns;
    MarkdownLook m_look;
    QElapsedTimer m_sinceRefresh;
    qint64 m_lastCost = 0; ///< nanoseconds of the last refresh
    qsizetype m_closed = 0; ///< characters of the streaming answer that are rendered for good
    qsizetype m_shown = 0; ///< characters of the streaming answer that are on screen
    int m_openPosition = 0; ///< in the document, where the open block begins
    int m_room = 0; ///< below the text, so that the last turn can begin at the upper edge
    int m_topTurn = -1;
    bool m_dirty = false;
    bool m_reasoningDirty = false;
    bool m_streaming = false;
};

} // namespace sb::ui
