#include "ui/chains/document_chooser.h"

#include "ui/common/type.h"

#include <QStandardItemModel>

#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

// The data of items: a prefix and the name. Chains and policies may be called the same.
constexpr auto ChainData = "chain/"_L1;
constexpr auto PolicyData = "policy/"_L1;
constexpr auto NewPolicyData = "new/"_L1;

QString dataOf(DocumentKind kind, const QString &name)
{
    return (kind == DocumentKind::Chain ? ChainData : PolicyData) + name;
}

} // namespace

DocumentChooser::DocumentChooser(QWidget *parent)
    : QComboBox(parent)
{
    connect(this, &QComboBox::textActivated, this, &DocumentChooser::take);
}

void DocumentChooser::addCaption(const QString &text)
{
    addItem(text);
    auto *items = qobject_cast<QStandardItemModel *>(model());
    QStandardItem *caption = items->item(count() - 1);
    caption->setEnabled(false);
    caption->setFont(fontFor(TextRole::Caption, QFont::Medium));
}

void DocumentChooser::setDocuments(const QStringList &chains, const QStringList &policies, const QString &inUse)
{
    const Documents documents{.chains = chains, .policies = policies, .inUse = inUse};
    if (documents == std::exchange(m_documents, documents))
        return; // the list may be open
    clear();
    for (const QString &name : chains)
        addItem(name, dataOf(DocumentKind::Chain, name));
    addCaption(tr("Policies"));
    for (const QString &name : policies)
        //: A policy in a list, that all requests go by.
        addItem(name == inUse ? tr("%1, in use").arg(name) : name, dataOf(DocumentKind::Policy, name));
    addItem(tr("New policy"), QString(NewPolicyData));
}

void DocumentChooser::setCurrentDocument(DocumentKind kind, const QString &name)
{
    m_current = dataOf(kind, name);
    setCurrentIndex(name.isEmpty() ? -1 : findData(m_current));
}

QString DocumentChooser::currentName() const
{
    const QString chosen = currentData().toString();
    for (const QLatin1StringView prefix : {ChainData, PolicyData}) {
        if (chosen.startsWith(prefix))
            return chosen.sliced(prefix.size());
    }
    return {};
}

bool DocumentChooser::hasDocument(DocumentKind kind, const QString &name) const
{
    return findData(dataOf(kind, name)) >= 0;
}

void DocumentChooser::take()
{
    const QString chosen = currentData().toString();
    setCurrentIndex(findData(m_current)); // until what was chosen is shown
    if (chosen.startsWith(ChainData))
        emit chainChosen(chosen.sliced(ChainData.size()));
    else if (chosen.startsWith(PolicyData))
        emit policyChosen(chosen.sliced(PolicyData.size()));
    else if (chosen == NewPolicyData)
        emit newPolicyWanted();
}

} // namespace sb::ui
