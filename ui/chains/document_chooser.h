#pragma once

#include <QComboBox>

namespace sb::ui {

/// What the chain editor edits.
enum class DocumentKind
{
    Chain,
    Policy
};

/// Which chain or policy is edited: chains, below them policies, and the way to a new policy where there is none.
class DocumentChooser final : public QComboBox
{
    Q_OBJECT
public:
    explicit DocumentChooser(QWidget *parent = nullptr);
    /// @param inUse the policy that requests go by; empty: none
    void setDocuments(const QStringList &chains, const QStringList &policies, const QString &inUse);
    void setCurrentDocument(DocumentKind kind, const QString &name);
    [[nodiscard]] QString currentName() const; ///< empty: nothing is shown
    [[nodiscard]] bool hasDocument(DocumentKind kind, const QString &name) const;

signals:
    void chainChosen(const QString &name);
    void policyChosen(const QString &name);
    void newPolicyWanted();

private:
    void addCaption(const QString &text);
    void take();
    struct Documents
    {
        QStringList chains = {};
        QStringList policies = {};
        QString inUse = {};
        friend bool operator==(const Documents &, const Documents &) = default;
    };
    Documents m_documents;
    QString m_current; ///< data of the item that is shown
};

} // namespace sb::ui
