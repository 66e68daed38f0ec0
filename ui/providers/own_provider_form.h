#pragma once

#include "core/catalog/catalog.h"
#include "core/secrets/key_store.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace sb::ui {

class Label;

/// Name, base URL, dialect and, where one is needed, a key: another provider than the known ones.
class OwnProviderForm final : public QWidget
{
    Q_OBJECT
public:
    explicit OwnProviderForm(QWidget *parent = nullptr);
    /// What is typed, to go on with it in another form.
    struct Draft
    {
        QString name = {};
        QString baseUrl = {};
        QString key = {};
        int dialect = 0;
        QString awsRegion = {};
        bool plainHttp = false;
        bool local = false;
    };
    [[nodiscard]] Draft draft() const;
    void resume(const Draft &draft);
    void clear() { resume({}); }

signals:
    /// @param provider without an id
    /// @param key may be empty
    void addRequested(const sb::catalog::Provider &provider, const QByteArray &key, sb::secrets::PlainHttp plainHttp);

private:
    void add();
    void arrange();
    [[nodiscard]] Result<QUrl> baseUrl() const;
    [[nodiscard]] catalog::Provider typed(const QUrl &url) const;
    [[nodiscard]] bool needsAwsRegion() const;

    QLineEdit *m_name;
    Label *m_nameProblem;
    QLineEdit *m_baseUrl;
    Label *m_baseUrlProblem;
    QCheckBox *m_plainHttp;
    QComboBox *m_dialect;
    QLineEdit *m_awsRegion; ///< for which requests are signed, where the address does not name it
    Label *m_awsRegionLabel;
    Label *m_awsRegionProblem;
    QLineEdit *m_key;
    QCheckBox *m_local;
};

} // namespace sb::ui
