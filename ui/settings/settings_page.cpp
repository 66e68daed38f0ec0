#include "ui/settings/settings_page.h"

#include "ui/common/controls.h"
#include "ui/common/field_grid.h"
#include "ui/common/format.h"
#include "ui/common/label.h"
#include "ui/common/page_header.h"
#include "ui/common/segmented_control.h"
#include "ui/common/surfaces.h"
#include "ui/settings/class_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QTimeZone>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int FieldWidth = 260;
constexpr int LabelWidth = 180;
constexpr NanoDollars LimitCeiling{10'000'000LL * 1'000'000'000}; ///< what the file can hold

/// A section: a head in small 600, then fields whose labels stand in one column.
FieldGrid *addSection(QVBoxLayout *into, const QString &title, QWidget *parent)
{
    into->addWidget(new Label(title, TextRole::Small, Label::Tone::Text, QFont::DemiBold, parent));
    auto *fields = new FieldGrid(LabelWidth);
    into->addLayout(fields);
    into->addSpacing(16);
    return fields;
}

} // namespace

SettingsPage::SettingsPage(profile::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
{
    auto *content = makeSurface(QPalette::Base, this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(size::PageMargin, 20, size::PageMargin, 20);
    column->setSpacing(10);
    column->addWidget(makeAppearance());
    column->addWidget(makeBudget());
    column->addWidget(makeRecords());
    column->addWidget(makeClasses());
    column->addStretch(1);
    m_scroll = new QScrollArea(this);
    m_scroll->setProperty("bare", true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *header = new PageHeader(tr("Settings"), this);
    header->setFact(tr("Each takes effect at once"));
    layout->addWidget(header);
    layout->addWidget(m_scroll, 1);
    setFocusProxy(m_theme);
    connect(&m_workspace, &profile::Workspace::settingsChanged, this, &SettingsPage::present);
    connect(&m_workspace, &profile::Workspace::chainsChanged, this, &SettingsPage::present);
    present();
}

SettingsPage::~SettingsPage()
{
    takeFocusFrom(*this);
}

QWidget *SettingsPage::makeAppearance()
{
    auto *section = new QWidget(this);
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    FieldGrid *fields = addSection(column, tr("Appearance"), section);

    m_theme = new SegmentedControl({tr("System"), tr("Light"), tr("Dark")}, 0, section);
    m_theme->setObjectName(u"theme"_s);
    m_theme->setAccessibleName(tr("Theme"));
    fields->addField(tr("Theme"), m_theme);
    connect(m_theme, &SegmentedControl::chosen, this,
            [this](int index) { change([index](profile::Settings &s) { s.theme = profile::ThemeChoice(index); }); });

    m_language = new QComboBox(section);
    m_language->setObjectName(u"language"_s);
    m_language->setFixedWidth(FieldWidth);
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"Deutsch"_s, u"de"_s);
    fields->addField(tr("Language"), m_language);
    connect(m_language, &QComboBox::activated, this,
            [this] { change([this](profile::Settings &s) { s.language = m_language->currentData().toString(); }); });

    m_reducedMotion = new QCheckBox(tr("Reduce motion"), section);
    m_reducedMotion->setObjectName(u"reduced-motion"_s);
    fields->addField({}, m_reducedMotion);
    connect(m_reducedMotion, &QCheckBox::toggled, this,
            [this](bool on) { change([on](profile::Settings &s) { s.reducedMotion = on; }); });
    return section;
}

QWidget *SettingsPage::makeBudget()
{
    auto *section = new QWidget(this);
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    FieldGrid *fields = addSection(column, tr("Overall limit"), section);
    m_daily = makeLimit(fields, tr("A day, $"), budget::Period::Day);
    m_monthly = makeLimit(fields, tr("A month, $"), budget::Period::Month);
    fields->addNote(
        tr("A hard limit refuses a request whose largest possible cost does not fit; a soft one only warns. "
           "Practice requests do not count."));
    return section;
}

SettingsPage::LimitField SettingsPage::makeLimit(FieldGrid *fields, const QString &title, budget::Period period)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    LimitField field{.amount = new QLineEdit(row),
                     .hard = new QCheckBox(tr("Hard"), row),
                     .problem = new Label({}, TextRole::Small, Label::Tone::Danger)};
    field.hard->setChecked(true);
    field.hard->setObjectName(period == budget::Period::Day ? u"hard-day"_s : u"hard-month"_s);
    field.amount->setObjectName(period == budget::Period::Day ? u"limit-day"_s : u"limit-month"_s);
    field.amount->setFixedWidth(110);
    field.amount->setAlignment(Qt::AlignRight);
    field.amount->setPlaceholderText(tr("no limit"));
    field.amount->setAccessibleName(title);
    layout->addWidget(field.amount);
    layout->addWidget(field.hard);
    layout->addWidget(field.problem);
    fields->addField(title, row);
    connect(field.amount, &QLineEdit::editingFinished, this, [this, field, period] { takeLimit(field, period); });
    connect(field.hard, &QCheckBox::toggled, this, [this, field, period] { takeLimit(field, period); });
    return field;
}

QWidget *SettingsPage::makeRecords()
{
    auto *section = new QWidget(this);
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    FieldGrid *fields = addSection(column, tr("Requests and records"), section);

    m_defaultChain = new QComboBox(section);
    m_defaultChain->setFixedWidth(FieldWidth);
    fields->addField(tr("Default chain"), m_defaultChain);
    connect(m_defaultChain, &QComboBox::activated, this, [this] {
        change([this](profile::Settings &s) { s.defaultChain = m_defaultChain->currentData().toString(); });
    });

    m_zone = new QComboBox(section);
    m_zone->setObjectName(u"time-zone"_s);
    m_zone->setFixedWidth(FieldWidth);
    m_zone->addItem(tr("As the system"), QString());
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        m_zone->addItem(QString::fromLatin1(id), QString::fromLatin1(id));
    fields->addField(tr("Time zone of days"), m_zone);
    fields->addNote(tr("Where days and months begin. Another zone counts the sums of all days anew."));
    connect(m_zone, &QComboBox::activated, this,
            [this] { change([this](profile::Settings &s) { s.timeZone = m_zone->currentData().toString(); }); });

    const auto addCheck = [&](const QString &name, const QString &text, const QString &note,
                              bool profile::Settings::*member) {
        auto *check = new QCheckBox(text, section);
        check->setObjectName(name);
        fields->addField({}, check);
        fields->addNote(note);
        connect(check, &QCheckBox::toggled, this,
                [this, member](bool on) { change([=](profile::Settings &s) { s.*member = on; }); });
        return check;
    };
    m_recordBodies = addCheck(u"record-bodies"_s, tr("Keep prompts and answers in the register"),
                              tr("Without them, Requests shows times, tokens and costs, but not what was said."),
                              &profile::Settings::recordBodies);
    m_fullDurability = addCheck(u"full-durability"_s, tr("Survive power loss, not only a crash"),
                                tr("Each request waits for the disk."), &profile::Settings::fullDurability);
    m_practice =
        addCheck(u"practice"_s, tr("List the practice providers"),
                 tr("Simulated models on this machine, with a ledger of their own."), &profile::Settings::practice);
    return section;
}

QWidget *SettingsPage::makeClasses()
{
    auto *section = new QWidget(this);
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(
        new Label(tr("Your classes of requests"), TextRole::Small, Label::Tone::Text, QFont::DemiBold, section));
    auto *note = new Label(tr("A request with one of a class's words, or worded like one of its examples, is taken for "
                              "it. Rules of a policy send classes to chains; “This was … instead” in the playground "
                              "adds examples."),
                           TextRole::Small, Label::Tone::Text3, QFont::Normal, section);
    note->setWordWrap(true);
    column->addWidget(note);
    m_classes = new ClassEditor(m_workspace, section);
    m_classes->setObjectName(u"classes"_s);
    column->addWidget(m_classes);
    connect(m_classes, &ClassEditor::notice, this, &SettingsPage::notice);
    return section;
}

void SettingsPage::showClasses()
{
    m_scroll->widget()->layout()->activate(); // it may not have been seen yet
    m_scroll->ensureWidgetVisible(m_classes, 0, size::PageMargin);
    m_classes->focusFirst();
}

void SettingsPage::undo()
{
    m_classes->undo();
}

void SettingsPage::present()
{
    m_presenting = true;
    const profile::Settings &settings = m_workspace.settings();
    m_theme->setCurrent(int(settings.theme));
    m_language->setCurrentIndex(qMax(0, m_language->findData(settings.language)));
    m_zone->setCurrentIndex(qMax(0, m_zone->findData(settings.timeZone)));
    m_defaultChain->clear();
    m_defaultChain->addItem(tr("The sample"), QString());
    for (const routing::Chain &chain : m_workspace.chains())
        m_defaultChain->addItem(chain.name, chain.name);
    if (m_defaultChain->findData(settings.defaultChain) < 0)
        //: The default chain, which was removed.
        m_defaultChain->addItem(tr("%1 (is gone)").arg(settings.defaultChain), settings.defaultChain);
    m_defaultChain->setCurrentIndex(m_defaultChain->findData(settings.defaultChain));
    m_reducedMotion->setChecked(settings.reducedMotion);
    m_recordBodies->setChecked(settings.recordBodies);
    m_fullDurability->setChecked(settings.fullDurability);
    m_practice->setChecked(settings.practice);
    const auto show = [](const LimitField &field, const std::optional<budget::Limit> &limit) {
        if (field.amount->property("wrong").toBool())
            return; // what was typed stays beside what is wrong with it
        if (!field.amount->hasFocus())
            field.amount->setText(limit ? dollarsToType(limit->amount) : QString());
        if (limit)
            field.hard->setChecked(limit->hard);
    };
    show(m_daily, settings.limits.daily);
    show(m_monthly, settings.limits.monthly);
    m_presenting = false;
}

void SettingsPage::change(const std::function<void(profile::Settings &)> &edit)
{
    if (m_presenting)
        return;
    profile::Settings settings = m_workspace.settings();
    edit(settings);
    m_workspace.setSettings(settings);
}

void SettingsPage::takeLimit(const LimitField &field, budget::Period period)
{
    const QString text = field.amount->text().trimmed();
    std::optional<budget::Limit> limit;
    QString problem;
    if (!text.isEmpty()) {
        const auto amount = typedDollars(text);
        if (!amount || amount->value <= 0 || *amount >= LimitCeiling)
            problem = tr("Expected dollars, such as %1").arg(dollarsToType({5'000'000'000}));
        else
            limit = budget::Limit{.period = period, .amount = *amount, .hard = field.hard->isChecked()};
    }
    showProblem(field.amount, field.problem, problem);
    if (!problem.isEmpty())
        return; // the text stays as typed; the limit that holds is not changed
    change([&](profile::Settings &s) { (period == budget::Period::Day ? s.limits.daily : s.limits.monthly) = limit; });
}

} // namespace sb::ui
