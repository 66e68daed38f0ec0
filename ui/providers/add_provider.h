#pragma once

#include "ui/providers/own_provider_form.h"
#include "ui/providers/provider_board.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace sb::ui {

class Label;

/// Ways to add a provider: servers that run on this machine, keys that lie in the environment, the known ones, and any
/// other by its base URL.
class AddProvider final : public QWidget
{
    Q_OBJECT
public:
    explicit AddProvider(ProviderBoard &board, QWidget *parent = nullptr);

    void focusFirst(); ///< the first way to add one
    [[nodiscard]] OwnProviderForm &form() { return *m_form; }

signals:
    void added(const QString &id, bool needsKey);
    void keyRefused(const QString &id, const QString &key, const QString &problem); ///< what was added has no key
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void present();
    void presentServers();
    void presentKeys();
    void presentKnown();
    void filterKnown();
    void orderTabs();
    void takeStored(const QString &id, const Result<secrets::Kept> &result);
    void addOwn(const catalog::Provider &provider, const QByteArray &key, secrets::PlainHttp plainHttp);

    ProviderBoard &m_board;
    QVBoxLayout *m_servers;
    Label *m_serversNote;
    Label *m_keysHead;
    QVBoxLayout *m_keys;
    QLineEdit *m_search; ///< among the known ones: there are dozens
    QVBoxLayout *m_known;
    Label *m_noneKnown;
    OwnProviderForm *m_form;
    QPushButton *m_again;
    QString m_storing; ///< whose key is being stored; the form keeps what was typed until then
    // What the cards stand for: they are not made anew under the focus.
    QList<engine::LocalServer> m_shownServers;
    QList<secrets::EnvironmentOffer> m_shownKeys;
    QList<catalog::Provider> m_shownKnown;
};

} // namespace sb::ui
