#include "ui/chains/versions/publish_dialog.h"

#include "ui/chains/versions/version_rows.h"
#include "ui/common/controls.h"
#include "ui/common/field_grid.h"
#include "ui/common/label.h"

#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {
constexpr qsizetype MostShownChanges = 6;
constexpr int UsualShare = 10;
constexpr int DialogWidth = 480;
} // namespace

PublishDialog::PublishDialog(const Facts &facts, QWidget *parent)
    : QDialog(parent)
    , m_facts(facts)
    , m_note(new QLineEdit(this))
    , m_publish(makeMainButton(tr("Publish as version %1").arg(facts.number), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Publish %1").arg(facts.name));
    m_note->setObjectName(u"note"_s);
    m_note->setPlaceholderText(tr("what changed, and why"));
    m_publish->setObjectName(u"publish"_s);
    m_publish->setDefault(true);
    QPushButton *cancel = makeButton(tr("Cancel"), this);
    auto *noteTitle = new Label(tr("Note"), TextRole::Body, Label::Tone::Text2, QFont::Normal, this);
    noteTitle->setBuddy(m_note);
    m_note->setAccessibleName(tr("Note"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_publish);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(size::PageMargin, size::PaneMargin, size::PageMargin, size::PaneMargin);
    column->setSpacing(12);
    column->addWidget(makeChanges());
    auto *note = new QVBoxLayout;
    note->setSpacing(4);
    note->addWidget(noteTitle);
    note->addWidget(m_note);
    column->addLayout(note);
    column->addWidget(makeShare());
    column->addLayout(buttons);
    setFixedWidth(DialogWidth);
    m_note->setFocus();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_publish, &QPushButton::clicked, this, [this] {
        const bool isPart = m_part->isChecked();
        emit published(m_note->text().trimmed(), isPart ? std::optional(m_share->text().toInt()) : std::nullopt);
        accept();
    });
    check();
}

QWidget *PublishDialog::makeChanges()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    const QString title = m_facts.inUse == 0 ? tr("This is the first version.")
                                             : tr("Against version %1, which is in use:").arg(m_facts.inUse);
    column->addWidget(new Label(title, TextRole::Body, Label::Tone::Text, QFont::DemiBold, part));
    for (const routing::Change &change : m_facts.changes.first(qMin(MostShownChanges, m_facts.changes.size()))) {
        auto *line = new Label(change.sentence, TextRole::Small, Label::Tone::Text2, QFont::Normal, part);
        line->setWordWrap(true);
        column->addWidget(line);
    }
    if (m_facts.changes.size() > MostShownChanges)
        column->addWidget(new Label(tr("and %n more", nullptr, int(m_facts.changes.size() - MostShownChanges)),
                                    TextRole::Small, Label::Tone::Text3, QFont::Normal, part));
    return part;
}

QWidget *PublishDialog::makeShare()
{
    auto *part = new QWidget(this);
    m_all = new QRadioButton(tr("It takes all requests at once"), part);
    m_part = new QRadioButton(tr("It takes a share of them first, %:"), part);
    m_share = new QLineEdit(QString::number(UsualShare), part);
    m_problem = new Label({}, TextRole::Small, Label::Tone::Text3, QFont::Normal, part);
    m_all->setObjectName(u"takesAll"_s);
    m_part->setObjectName(u"takesShare"_s);
    m_share->setObjectName(u"share"_s);
    m_share->setAccessibleName(tr("Share, %"));
    m_share->setAlignment(Qt::AlignRight);
    m_share->setFixedWidth(52);
    m_all->setChecked(true);
    m_part->setEnabled(m_facts.mayShare);
    m_share->setEnabled(false);
    m_problem->setWordWrap(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_part);
    line->addWidget(m_share);
    line->addStretch(1);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_all);
    column->addLayout(line);
    column->addWidget(m_problem);
    connect(m_part, &QRadioButton::toggled, this, [this](bool on) {
        m_share->setEnabled(on);
        check();
    });
    connect(m_share, &QLineEdit::textChanged, this, &PublishDialog::check);
    return part;
}

void PublishDialog::check()
{
    bool ok = false;
    const int percent = m_share->text().trimmed().toInt(&ok);
    const bool isShare = ok && percent >= 1 && percent <= 99;
    const bool isPart = m_part->isChecked();
    const bool isWrong = isPart && !isShare;
    m_publish->setEnabled(!isWrong);
    m_problem->setTone(isWrong ? Label::Tone::Danger : Label::Tone::Text3);
    QString said = m_facts.mayShare ? QString() : m_facts.whyNoShare;
    if (isPart)
        said = canarySentence({.version = m_facts.number, .percent = percent}, m_facts.inUse);
    showProblem(m_share, m_problem, isWrong ? tr("Expected 1 to 99") : QString());
    if (!isWrong) {
        m_problem->setText(said);
        m_problem->setVisible(!said.isEmpty());
    }
}

} // namespace sb::ui
