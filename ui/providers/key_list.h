#pragma once

#include "ui/providers/provider_facts.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace sb::ui {

class KeyRow;

/// The keys of a provider in the order in which they are used: each with a name, and limits of its own. With one key
/// only it offers to add another.
class KeyList final : public QWidget
{
    Q_OBJECT
public:
    explicit KeyList(QWidget *parent = nullptr);
    ~KeyList() override;

    void present(const ProviderFacts &facts);
    void stopAdding(); ///< without storing; forgets what was typed
    [[nodiscard]] bool isAdding() const;
    void showProblem(const QString &text); ///< the further key could not be stored; it stays as typed

signals:
    void addRequested(const QByteArray &key, sb::secrets::PlainHttp plainHttp);
    void ruleChanged(const sb::routing::KeyRule &rule);
    void moveRequested(const QString &keyId, int by);
    void removeRequested(const QString &keyId);

private:
    void makeRows();
    [[nodiscard]] QWidget *makeRow(qsizetype index);
    void openMenu(qsizetype index, const QPoint &place);

    QList<KeyFacts> m_keys; ///< as shown
    QVBoxLayout *m_rows;
    QPushButton *m_add;
    KeyRow *m_further; ///< shown while another key is typed
};

} // namespace sb::ui
