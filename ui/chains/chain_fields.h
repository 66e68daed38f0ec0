#pragma once

#include "ui/chains/chain_document.h"

class QCheckBox;
class QComboBox;

namespace sb::ui {

class InspectorForm;
class Label;

/// What follows a cut after the first token, in the whole chain. Rows of the inspector.
class ChainFields final : public QObject
{
    Q_OBJECT
public:
    ChainFields(ChainDocument &document, InspectorForm &form, QWidget *body);
    void present();

private:
    ChainDocument &m_document;
    QComboBox *m_after;
    Label *m_afterText = nullptr;
};

/// What may be sent twice, in the whole chain. Rows of the inspector.
class ChainRules final : public QObject
{
    Q_OBJECT
public:
    ChainRules(ChainDocument &document, InspectorForm &form, QWidget *body);
    void present();
    [[nodiscard]] QString summary() const; ///< empty: as usual

private:
    ChainDocument &m_document;
    QCheckBox *m_payTwice;
    QCheckBox *m_repeatTools;
};

} // namespace sb::ui
