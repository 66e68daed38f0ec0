#include "ui/chains/chain_fields.h"

#include "ui/chains/inspector_form.h"
#include "ui/common/label.h"

#include <QCheckBox>
#include <QComboBox>

namespace sb::ui {

namespace {

QString afterText(routing::AfterFirstContent after)
{
    switch (after) {
    case routing::AfterFirstContent::Continue:
        return ChainFields::tr(
            "Asks the next endpoint to go on from the text already shown. Falls back to splice, then to an error.");
    case routing::AfterFirstContent::Splice:
        return ChainFields::tr(
            "Starts again elsewhere, and goes on only if the new answer repeats what was shown. Else an error.");
    case routing::AfterFirstContent::Hold:
        return ChainFields::tr("Shows nothing until the answer is complete, so that a restart is not seen.");
    case routing::AfterFirstContent::Error:
        return ChainFields::tr("Keeps what was shown and says that it was cut.");
    }
    return {};
}

} // namespace

ChainFields::ChainFields(ChainDocument &document, InspectorForm &form, QWidget *body)
    : QObject(body)
    , m_document(document)
    , m_after(new QComboBox(body))
{
    form.addSection(tr("Whole chain, after the first token"));
    m_after->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_after->setMinimumContentsLength(4);
    m_after->addItem(tr("Continue"), int(routing::AfterFirstContent::Continue));
    m_after->addItem(tr("Splice"), int(routing::AfterFirstContent::Splice));
    m_after->addItem(tr("Hold back"), int(routing::AfterFirstContent::Hold));
    m_after->addItem(tr("Report an error"), int(routing::AfterFirstContent::Error));
    form.addField(tr("If cut"), m_after);
    m_afterText = form.addNote();
    keepFromWheel(*m_after);
    connect(m_after, &QComboBox::activated, this, [this] {
        m_document.edit(routing::SetAfterFirstContent{routing::AfterFirstContent(m_after->currentData().toInt())},
                        tr("Change what follows a cut"));
    });
}

void ChainFields::present()
{
    const routing::Chain &chain = m_document.chain();
    m_after->setCurrentIndex(m_after->findData(int(chain.afterFirstContent)));
    m_afterText->setText(afterText(chain.afterFirstContent));
    m_after->setWhatsThis(m_afterText->text());
    m_after->setAccessibleDescription(m_afterText->text());
}

ChainRules::ChainRules(ChainDocument &document, InspectorForm &form, QWidget *body)
    : QObject(body)
    , m_document(document)
    , m_payTwice(new QCheckBox(tr("Again after a lost connection"), body))
    , m_repeatTools(new QCheckBox(tr("Again with tools in flight"), body))
{
    const auto add = [&form](QCheckBox *check, const QString &name, const QString &help) {
        check->setObjectName(name);
        check->setToolTip(help);
        check->setWhatsThis(help);
        check->setAccessibleDescription(help);
        form.addRow(check);
        (void)form.addNote(help);
    };
    add(m_payTwice, QStringLiteral("payTwice"),
        tr("The provider may have worked on the first request already and bill both."));
    add(m_repeatTools, QStringLiteral("repeatTools"),
        tr("The provider may have run tools for the first request already, and would run them again."));
    connect(m_payTwice, &QCheckBox::clicked, this, [this](bool on) {
        m_document.edit(routing::SetAllowPayingTwice{on}, tr("Change what follows a lost connection"));
    });
    connect(m_repeatTools, &QCheckBox::clicked, this, [this](bool on) {
        m_document.edit(routing::SetAllowRepeatingTools{on}, tr("Change what follows tools in flight"));
    });
}

void ChainRules::present()
{
    m_payTwice->setChecked(m_document.chain().allowPayingTwice);
    m_repeatTools->setChecked(m_document.chain().allowRepeatingTools);
}

QString ChainRules::summary() const
{
    QStringList parts;
    if (!m_document.chain().allowPayingTwice)
        parts.append(tr("never pays twice"));
    if (m_document.chain().allowRepeatingTools)
        parts.append(tr("runs tools again"));
    return parts.join(QStringLiteral(", "));
}

} // namespace sb::ui
