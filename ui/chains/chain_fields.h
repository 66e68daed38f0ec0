#pragma once

#include "ui/chains/chain_document.h"

class QCheckBox;
class QComboBox;

namespace sb::ui {

class InspectorForm;
class Label;

/// What holds for the whole chain: what follows a cut after the first token, and whether a lost connection may be paid
/// twice. Rows of the inspector.
class ChainFields final : public QObject
{
    Q_OBJECT
public:
    ChainFields(ChainDocument &document, InspectorForm &form, QWidget *body);
    void present();

private:
    ChainDocument &m_document;
    QComboBox *m_after;
    Label *m_afterText;
    QCheckBox *m_payTwice;
};

} // namespace sb::ui
