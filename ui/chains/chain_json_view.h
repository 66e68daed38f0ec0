#pragma once

#include "ui/chains/chain_document.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace sb::ui {

class Label;

/// The chain as the text of its file. What is typed becomes an edit of the document by Apply; until then an edit made
/// elsewhere does not overwrite it.
class ChainJsonView final : public QWidget
{
    Q_OBJECT
public:
    explicit ChainJsonView(ChainDocument &document, QWidget *parent = nullptr);
    void applyText();

private:
    void present();
    void presentState();

    ChainDocument &m_document;
    QPlainTextEdit *m_text;
    Label *m_problem;
    QPushButton *m_apply;
    QPushButton *m_revert;
    bool m_typed = false; ///< the text is no longer the document's
    bool m_presenting = false;
};

} // namespace sb::ui
