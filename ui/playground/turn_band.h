#pragma once

#include "core/profile/conversation.h"
#include "core/routing/classifier/classification.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace sb::ui {

class Chip;
class Label;

/// The prompt of the turn that the panes show, over all of them: so a pane has only answers. Steps through the turns of
/// a conversation; the prompt can be edited in place and sent again.
class TurnBand final : public QWidget
{
    Q_OBJECT
public:
    explicit TurnBand(QWidget *parent = nullptr);

    /// While a prompt is edited it stays, and this one is shown after it.
    /// @param position of the prompt among all, from 1. @param tokens of the input, 0: not known
    void present(const profile::Turn &turn, int position, int count, qint64 tokens);
    /// Which kind of work the prompt is taken for; nullopt: there is nothing to class.
    void setClass(const std::optional<routing::Classification> &task);
    [[nodiscard]] const QWidget &classAnchor() const; ///< below which the evidence pops up
    void endEditing(); ///< it was sent
    /// Another conversation is shown: what is typed is not lost, it came by edited().
    void leave();
    void resume(const profile::PromptEdit &edit); ///< goes on with it, whatever is presented
    void setEditable(bool editable); ///< not while an answer comes
    void edit(); ///< begins to edit; the whole text is seen
    [[nodiscard]] bool isEditing() const;

signals:
    void classRequested(); ///< why it is taken for that
    void stepRequested(int step); ///< −1: the turn before, 1: the next
    void sendAgainRequested(int prompt, const QString &text);
    void edited(const sb::profile::PromptEdit &edit); ///< with each letter; number 0: it was sent or given up
    void editingEnded();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setEditing(bool editing);
    void showPresented();
    void sendAgain();
    void grow();

    profile::Turn m_turn; ///< the last that was presented
    int m_number = 0; ///< of it, among all
    int m_count = 0;
    qint64 m_inputTokens = 0;
    bool m_hasClass = false;
    int m_edited = 0; ///< the prompt that is or was edited
    Label *m_you;
    Label *m_shown;
    QPlainTextEdit *m_edit;
    Chip *m_class;
    Label *m_images;
    Label *m_tokens;
    QToolButton *m_before;
    Label *m_position;
    QToolButton *m_next;
    QToolButton *m_pencil;
    QPushButton *m_cancel;
    QPushButton *m_again;
};

} // namespace sb::ui
