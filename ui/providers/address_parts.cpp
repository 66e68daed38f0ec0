#include "ui/providers/address_parts.h"

#include "ui/common/controls.h"
#include "ui/common/field_grid.h"
#include "ui/common/label.h"

#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int PartWidth = 240;

QString valueOf(const catalog::Provider &provider, const QString &name)
{
    const auto it = std::ranges::find(provider.addressParts, name, &catalog::AddressPart::name);
    return it == provider.addressParts.end() ? QString() : it->value;
}

} // namespace

AddressParts::AddressParts(QWidget *parent)
    : QWidget(parent)
    , m_problem(new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_problem);
    m_problem->hide();
}

AddressParts::~AddressParts()
{
    takeFocusFrom(*this);
}

void AddressParts::present(const catalog::Provider &provider)
{
    const QStringList names = catalog::partNames(provider.addressForm);
    if (names != m_names)
        makeFields(names);
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        if (!m_fields[i]->isModified())
            m_fields[i]->setText(valueOf(provider, names.at(qsizetype(i))));
    }
}

void AddressParts::makeFields(const QStringList &names)
{
    m_names = names;
    m_fields.clear();
    delete m_row;
    m_row = new QWidget(this);
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (const QString &name : names) {
        auto *field = new QLineEdit(m_row);
        field->setObjectName(u"address-"_s + name);
        field->setMaximumWidth(PartWidth);
        field->setPlaceholderText(name);
        field->setAccessibleName(name);
        connect(field, &QLineEdit::editingFinished, this, [this, i = m_fields.size()] { take(i); });
        m_fields.push_back(field);
        row->addWidget(field);
    }
    row->addStretch(1);
    static_cast<QVBoxLayout *>(layout())->insertWidget(0, m_row);
    setFocusProxy(m_fields.empty() ? nullptr : m_fields.front());
    m_problem->hide();
}

void AddressParts::take(std::size_t field)
{
    QLineEdit *edit = m_fields[field];
    if (!edit->isModified())
        return;
    const QString value = edit->text().trimmed();
    const bool good = value.isEmpty() || catalog::isAddressPart(value);
    showProblem(edit, m_problem,
                good ? QString() : tr("Expected a name of letters, digits, - and _ only, as the provider shows it"));
    if (!good)
        return; // stays as typed; the address that holds is not changed
    edit->setModified(false);
    emit filledIn(m_names.at(qsizetype(field)), value);
}

void AddressParts::focusFirst()
{
    if (!m_fields.empty())
        m_fields.front()->setFocus(Qt::OtherFocusReason);
}

} // namespace sb::ui
