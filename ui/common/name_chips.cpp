#include "ui/common/name_chips.h"

#include "ui/common/chip.h"
#include "ui/common/filter_band.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace sb::ui {

QString chosenText(const QStringList &chosen)
{
    return chosen.size() < 2 ? chosen.value(0) : u"%1 +%2"_s.arg(chosen.constFirst()).arg(chosen.size() - 1);
}

NameChips::NameChips(usage::Filter &filter, const QString &unset, FilterBand *band)
    : QObject(band)
    , m_filter(filter)
    , m_unset(unset)
    , m_band(band)
{
    add(tr("Provider"), &usage::Names::providers, &usage::Filter::providers);
    add(tr("Model"), &usage::Names::models, &usage::Filter::models);
    add(tr("Chain"), &usage::Names::chains, &usage::Filter::chains);
    add(tr("Client"), &usage::Names::clients, &usage::Filter::clients);
}

void NameChips::add(const QString &title, QStringList usage::Names::*names, QStringList usage::Filter::*member)
{
    const Entry entry{.chip = new Chip(title, m_unset, m_band), .names = names, .member = member};
    m_entries.append(entry);
    m_band->addControl(entry.chip);
    connect(entry.chip, &Chip::opened, this, [this, entry] { open(entry); });
    connect(entry.chip, &Chip::cleared, this, [this, entry] {
        (m_filter.*entry.member).clear();
        present();
        emit changed();
    });
}

void NameChips::open(const Entry &entry)
{
    auto *menu = new QMenu(m_band);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &name : m_names.*entry.names) {
        QAction *action = menu->addAction(name);
        action->setCheckable(true);
        action->setChecked((m_filter.*entry.member).contains(name));
        connect(action, &QAction::toggled, this, [this, entry, name](bool on) {
            QStringList &chosen = m_filter.*entry.member;
            on ? chosen.append(name) : void(chosen.removeAll(name));
            present();
            emit changed();
        });
    }
    if (menu->isEmpty())
        menu->addAction(tr("Nothing on record yet"))->setEnabled(false);
    menu->popup(entry.chip->mapToGlobal(QPoint(0, entry.chip->height())));
}

void NameChips::present()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        const QString text = chosenText(m_filter.*entry.member);
        entry.chip->setSet(!text.isEmpty());
        entry.chip->setValue(text.isEmpty() ? m_unset : text);
    }
}

} // namespace sb::ui
