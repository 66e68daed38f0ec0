#include "ui/requests/request_filters.h"

#include "ui/common/chip.h"
#include "ui/common/format.h"
#include "ui/common/segmented_control.h"

#include <QActionGroup>
#include <QDate>
#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

using routing::EndState;

constexpr EndState AllEnds[] = {EndState::Complete, EndState::Length,    EndState::Filtered, EndState::Cut,
                                EndState::Stalled,  EndState::Cancelled, EndState::Failed,   EndState::Lost};

/// What a person means by an error.
const QList<EndState> &errorEnds()
{
    static const QList<EndState> ends{EndState::Failed, EndState::Cut, EndState::Stalled, EndState::Lost};
    return ends;
}

QString dayText(qint64 first, qint64 last)
{
    const auto text = [](qint64 day) { return QLocale().toString(QDate::fromJulianDay(day), QLocale::ShortFormat); };
    return first == last ? text(first) : RequestFilters::tr("%1 to %2").arg(text(first), text(last));
}

} // namespace

RequestFilters::RequestFilters(QWidget *parent)
    : QWidget(parent)
    , m_band(new FilterBand(this))
    , m_days(new Chip(tr("Time"), {}, m_band))
    , m_ends(new Chip(tr("End"), {}, m_band))
    , m_fellBack(new Chip(tr("Fell back"), {}, m_band))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_band);
    for (Chip *chip : {m_days, m_ends, m_fellBack})
        m_band->addControl(chip);
    m_names = new NameChips(m_filter, tr("any"), m_band); // made in reading order, which is that of Tab
    m_ledger = new SegmentedControl({tr("Real"), tr("Practice")}, 0, m_band);
    m_ledger->setAccessibleName(tr("Ledger"));
    m_band->addAtEnd(m_ledger);
    connect(m_days, &Chip::opened, this, &RequestFilters::openDays);
    connect(m_days, &Chip::cleared, this, [this] {
        m_filter.firstDay = m_filter.lastDay = 0;
        change();
    });
    connect(m_ends, &Chip::opened, this, &RequestFilters::openEnds);
    connect(m_ends, &Chip::cleared, this, [this] {
        m_filter.ends.clear();
        change();
    });
    connect(m_fellBack, &Chip::opened, this, &RequestFilters::openFellBack);
    connect(m_fellBack, &Chip::cleared, this, [this] {
        m_filter.fellBack.reset();
        change();
    });
    connect(m_names, &NameChips::changed, this, &RequestFilters::change);
    connect(m_ledger, &SegmentedControl::chosen, this, [this](int index) {
        m_filter.ledger = index == 0 ? usage::Ledger::Real : usage::Ledger::Practice;
        change();
    });
    present();
}

QMenu *RequestFilters::makeMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

void RequestFilters::popUp(QMenu *menu, const Chip *chip)
{
    menu->popup(chip->mapToGlobal(QPoint(0, chip->height())));
}

void RequestFilters::openEnds()
{
    QMenu *menu = makeMenu();
    QAction *errors = menu->addAction(tr("Errors"));
    errors->setCheckable(true);
    errors->setChecked(m_filter.ends == errorEnds());
    connect(errors, &QAction::toggled, this, [this](bool on) {
        m_filter.ends = on ? errorEnds() : QList<EndState>();
        change();
    });
    menu->addSeparator();
    for (const EndState end : AllEnds) {
        QAction *action = menu->addAction(endStateText(end));
        action->setCheckable(true);
        action->setChecked(m_filter.ends.contains(end));
        connect(action, &QAction::toggled, this, [this, end](bool on) {
            on ? m_filter.ends.append(end) : void(m_filter.ends.removeAll(end));
            change();
        });
    }
    popUp(menu, m_ends);
}

void RequestFilters::openFellBack()
{
    QMenu *menu = makeMenu();
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &text, std::optional<bool> value) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_filter.fellBack == value);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, value] {
            m_filter.fellBack = value;
            change();
        });
    };
    add(tr("any"), std::nullopt);
    add(tr("yes"), true);
    add(tr("no"), false);
    popUp(menu, m_fellBack);
}

void RequestFilters::openDays()
{
    QMenu *menu = makeMenu();
    const QDate today = QDate::fromJulianDay(m_today);
    const auto add = [&](const QString &text, qint64 first, qint64 last) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_filter.firstDay == first && m_filter.lastDay == last);
        connect(action, &QAction::triggered, this, [this, first, last] {
            m_filter.firstDay = first;
            m_filter.lastDay = last;
            change();
        });
    };
    add(tr("any"), 0, 0);
    add(tr("Today"), m_today, m_today);
    add(tr("Yesterday"), m_today - 1, m_today - 1);
    add(tr("Last 7 days"), m_today - 6, m_today);
    add(tr("Last 30 days"), m_today - 29, m_today);
    add(tr("This month"), QDate(today.year(), today.month(), 1).toJulianDay(), m_today);
    const QDate before = today.addMonths(-1);
    add(tr("Last month"), QDate(before.year(), before.month(), 1).toJulianDay(),
        QDate(before.year(), before.month(), before.daysInMonth()).toJulianDay());
    popUp(menu, m_days);
}

void RequestFilters::setFilter(const usage::Filter &filter)
{
    m_filter = filter;
    present();
}

bool RequestFilters::isEmpty() const
{
    return m_filter == usage::Filter{.ledger = m_filter.ledger};
}

void RequestFilters::change()
{
    present();
    emit changed(m_filter);
}

void RequestFilters::present()
{
    const auto show = [](Chip *chip, const QString &value) {
        chip->setSet(!value.isEmpty());
        chip->setValue(value.isEmpty() ? tr("any") : value);
    };
    show(m_days, m_filter.firstDay != 0 ? dayText(m_filter.firstDay, m_filter.lastDay) : QString());
    QStringList ends;
    for (const EndState end : std::as_const(m_filter.ends))
        ends.append(endStateText(end));
    show(m_ends, m_filter.ends == errorEnds() ? tr("errors") : chosenText(ends));
    show(m_fellBack, !m_filter.fellBack ? QString() : *m_filter.fellBack ? tr("yes") : tr("no"));
    m_names->present();
    m_ledger->setCurrent(m_filter.ledger == usage::Ledger::Real ? 0 : 1);
}

} // namespace sb::ui
