#pragma once

#include "ui/chains/chain_document.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace sb::ui {

class Label;

/// The chain as the text of its file. What is typed becomes an edit of the document by Apply; until then an edit made
/// elsewhere does not overwrite it. Another chain does: who opens one asks for typedText() before.
class ChainJsonView final : public QWidget
{
    Q_OBJECT
public:
    explicit ChainJsonView(ChainDocument &document, QWidget *parent = nullptr);
    /// What is typed becomes an edit. @return false: it is no chain, and why is said under it
    bool applyText();
    [[nodiscard]] QString typedText() const; ///< not applied yet; empty: nothing is
    void resumeText(const QString &typed);

signals:
    void typedChanged(); ///< there is text to apply, or no longer

private:
    void present();
    void setTyped(bool typed);

    ChainDocument &m_document;
    QPlainTextEdit *m_text;
    Label *m_problem;
    QPushButton *m_apply;
    QPushButton *m_revert;
    bool m_typed = false; ///< the text is no longer the document's
    bool m_presenting = false;
};

} // namespace sb::ui
