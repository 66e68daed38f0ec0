#pragma once

#include "core/secrets/key_store.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace sb::ui {

class Label;

/// The key of a provider: shown by its last four characters only. Another one is typed in the same place, hidden, and
/// leaves this widget as soon as it is stored.
class KeyRow final : public QWidget
{
    Q_OBJECT
public:
    explicit KeyRow(QWidget *parent = nullptr);

    /// @param baseUrl where the key would go: beyond this machine, http needs a yes
    void present(const QString &providerName, const std::optional<secrets::KeyInfo> &key, const QUrl &baseUrl);
    void setTakesFile(bool takes); ///< whether the key is a file, of which the text is
    void edit(); ///< lets a key be typed
    void retry(const QString &key, const QString &problem); ///< what was typed elsewhere and could not be stored
    void stopEditing(); ///< without storing; forgets what was typed
    [[nodiscard]] bool isEditing() const { return m_editing; }
    void showProblem(const QString &text); ///< the key could not be stored; it stays as typed

signals:
    void storeRequested(const QByteArray &key, sb::secrets::PlainHttp plainHttp);
    void removeRequested();
    void editingStopped(); ///< stored, or given up

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void arrange();
    void store();
    void store(const QByteArray &key);
    void chooseFile();
    void readFile(const QString &path);

    std::optional<secrets::KeyInfo> m_key;
    bool m_safe = true; ///< the key cannot be read on its way
    bool m_editing = false;
    bool m_takesFile = false;
    QLineEdit *m_field;
    QPushButton *m_change; ///< Add, Replace or Store
    QPushButton *m_file; ///< Import
    QPushButton *m_leave; ///< Remove
    QPushButton *m_cancel;
    QCheckBox *m_plainHttp;
    Label *m_problem;
};

} // namespace sb::ui
