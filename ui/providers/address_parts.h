#pragma once

#include "core/catalog/address.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLineEdit;

namespace sb::ui {

class Label;

/// The parts of a provider's address that a person fills in, such as the id of a project: one field each.
class AddressParts final : public QWidget
{
    Q_OBJECT
public:
    explicit AddressParts(QWidget *parent = nullptr);
    ~AddressParts() override;

    void present(const catalog::Provider &provider); ///< a field that is being typed in stays as typed
    void focusFirst();

signals:
    void filledIn(const QString &name, const QString &value);

private:
    void makeFields(const QStringList &names);
    void take(std::size_t field);

    QStringList m_names;
    std::vector<QLineEdit *> m_fields; ///< as m_names
    QWidget *m_row = nullptr;
    Label *m_problem;
};

} // namespace sb::ui
