#pragma once

#include "ui/chains/chain_document.h"

#include <QWidget>

class QPushButton;

namespace sb::ui {

class JsonText;
class Label;

/// The chain as the text of its file; what is wrong stands beside its line. What is typed becomes an edit of the
/// document by Apply; until then an edit made elsewhere does not overwrite it. Another chain does: who opens one asks
/// for typedText() before.
class ChainJsonView final : public QWidget
{
    Q_OBJECT
public:
    explicit ChainJsonView(ChainDocument &document, QWidget *parent = nullptr);
    /// What is typed becomes an edit. @return false: it is no chain, and why is said under it
    bool applyText();
    [[nodiscard]] QString typedText() const; ///< not applied yet; empty: nothing is
    void resumeText(const QString &typed);
    void setProblems(
        const QList<routing::ChainProblem> &problems); ///< of the document, as routing::validate() gives them

signals:
    void typedChanged(); ///< there is text to apply, or no longer

private:
    void present();
    void setTyped(bool typed);
    void presentProblems();
    [[nodiscard]] Result<routing::Chain> parsed() const;

    ChainDocument &m_document;
    JsonText *m_text;
    Label *m_problem;
    QList<routing::ChainProblem> m_problems; ///< of the document
    QPushButton *m_apply;
    QPushButton *m_revert;
    bool m_typed = false; ///< the text is no longer the document's
    bool m_presenting = false;
};

} // namespace sb::ui
