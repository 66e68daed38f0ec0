#include "ui/providers/key_list.h"

#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/providers/key_row.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int NameWidth = 140;
constexpr int MostRequests = 1'000'000;

QSpinBox *makeLimit(std::optional<int> limit, const QString &suffix, const QString &name, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setRange(0, MostRequests);
    box->setSpecialValueText(KeyList::tr("no limit"));
    box->setSuffix(suffix);
    box->setValue(limit.value_or(0));
    box->setAccessibleName(name);
    box->setKeyboardTracking(false); // a limit of 1 on the way to 100 would hold requests back
    return box;
}

std::optional<int> limitOf(int value)
{
    return value > 0 ? std::optional(value) : std::nullopt;
}

} // namespace

KeyList::KeyList(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout)
    , m_add(makeQuietButton(tr("Add another key"), this))
    , m_further(new KeyRow(this))
{
    m_add->setObjectName(u"add-key"_s);
    m_add->setToolTip(tr("Requests go on with the next key when one is refused, or has reached its limit"));
    m_further->setObjectName(u"further-key"_s);
    m_further->hide();
    m_rows->setSpacing(4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(m_rows);
    layout->addWidget(m_further);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_further->show();
        m_add->hide();
        m_further->edit();
    });
    connect(m_further, &KeyRow::storeRequested, this, &KeyList::addRequested);
    connect(m_further, &KeyRow::editingStopped, this, [this] {
        m_further->hide();
        m_add->show();
    });
}

KeyList::~KeyList()
{
    takeFocusFrom(*this);
}

bool KeyList::isAdding() const
{
    return m_further->isEditing();
}

void KeyList::stopAdding()
{
    m_further->stopEditing();
}

void KeyList::showProblem(const QString &text)
{
    m_further->showProblem(text);
}

void KeyList::present(const ProviderFacts &facts)
{
    setVisible(!facts.keys.isEmpty());
    m_further->present(facts.provider.name, {}, facts.provider.baseUrl);
    m_further->setTakesFile(facts.provider.auth == catalog::Provider::Auth::GoogleServiceAccount);
    if (facts.keys == m_keys)
        return; // who types a name is not called away
    m_keys = facts.keys;
    makeRows();
}

void KeyList::makeRows()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->deleteLater(); // we may be inside one of its signals
        item->widget()->hide();
        delete item;
    }
    if (m_keys.size() < 2)
        return;
    for (qsizetype i = 0; i < m_keys.size(); ++i)
        m_rows->addWidget(makeRow(i));
}

QWidget *KeyList::makeRow(qsizetype index)
{
    const KeyFacts &facts = m_keys.at(index);
    const QString number = QString::number(index + 1);
    auto *row = new QWidget(this);
    row->setObjectName(u"key-"_s + number);
    auto *name = new QLineEdit(facts.rule.name, row);
    name->setObjectName(u"key-name-"_s + number);
    name->setMaximumWidth(NameWidth);
    name->setPlaceholderText(tr("Key %1").arg(number));
    name->setAccessibleName(tr("Name of key %1").arg(number));
    auto *shown = new Label(keyEnds(facts.info), TextRole::Small, Label::Tone::Text3, QFont::Normal, row);
    //: After a number of requests.
    QSpinBox *minute =
        makeLimit(facts.rule.perMinute, tr(" a minute"), tr("Requests a minute with key %1").arg(number), row);
    minute->setObjectName(u"key-minute-"_s + number);
    //: After a number of requests.
    QSpinBox *day = makeLimit(facts.rule.perDay, tr(" a day"), tr("Requests a day with key %1").arg(number), row);
    day->setObjectName(u"key-day-"_s + number);
    QToolButton *more = makeIconButton(u"more"_s, tr("Move or remove key %1").arg(number), row);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget *widget : std::initializer_list<QWidget *>{name, shown, minute, day, more})
        layout->addWidget(widget);
    layout->addStretch(1);
    const auto change = [this, rule = facts.rule, name, minute, day] {
        routing::KeyRule changed = rule;
        changed.name = name->text().simplified();
        changed.perMinute = limitOf(minute->value());
        changed.perDay = limitOf(day->value());
        if (changed != rule)
            emit ruleChanged(changed);
    };
    connect(name, &QLineEdit::editingFinished, this, change);
    connect(minute, &QSpinBox::valueChanged, this, change);
    connect(day, &QSpinBox::valueChanged, this, change);
    connect(more, &QToolButton::clicked, this,
            [this, index, more] { openMenu(index, more->mapToGlobal(QPoint(0, more->height()))); });
    return row;
}

void KeyList::openMenu(qsizetype index, const QPoint &place)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString id = m_keys.at(index).info.id;
    menu->addAction(tr("Use earlier"), this, [this, id] { emit moveRequested(id, -1); })->setEnabled(index > 0);
    menu->addAction(tr("Use later"), this, [this, id] { emit moveRequested(id, 1); })
        ->setEnabled(index + 1 < m_keys.size());
    menu->addSeparator();
    menu->addAction(tr("Remove this key"), this, [this, id] { emit removeRequested(id); });
    menu->popup(place);
}

} // namespace sb::ui
