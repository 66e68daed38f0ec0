#include "ui/playground/class_popup.h"

#include "ui/common/controls.h"
#include "ui/common/label.h"
#include "ui/common/table.h"
#include "ui/playground/evidence_table.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int ClassPopupWidth = 520;
constexpr int PromptLines = 4;
constexpr int PromptInset = 52; ///< margins of popup, field and document
constexpr qsizetype LongestMeasured = 1'000; ///< more has all its lines anyway
constexpr int MostEvidenceRows = 6; ///< further ones by scrolling
constexpr qsizetype LongestShownPrompt = 20'000; ///< UTF-16 units; a view of millions would stand still

/// The message that asks, by its index; -1: there is none.
qsizetype askingMessage(const chat::Request &request)
{
    for (qsizetype i = request.messages.size() - 1; i >= 0; --i) {
        if (request.messages.at(i).role == chat::Role::User)
            return i;
    }
    return -1;
}

} // namespace

ClassPopup::ClassPopup(const chat::Request &request, const routing::Classification &task,
                       const routing::ClassRules &own, QWidget *parent)
    : Popup(ClassPopupWidth, parent)
    , m_request(request)
    , m_task(task)
    , m_own(own)
{
    setObjectName(u"classPopup"_s);
    setAccessibleName(tr("Class of the request: %1").arg(classSentence(task)));
    addHead();
    addPrompt();
    addEvidence();
    addCorrection();
    setFocusProxy(m_was);
}

void ClassPopup::addHead()
{
    auto *title = new Label(classSentence(m_task), TextRole::Body, Label::Tone::Text, QFont::DemiBold, this);
    title->setObjectName(u"className"_s);
    auto *origin = new Label(classOrigin(m_task), TextRole::Small, Label::Tone::Text2, QFont::Normal, this);
    origin->setWordWrap(true);
    column()->addWidget(title);
    column()->addWidget(origin);
}

/// The prompt with the places of what speaks for the class marked; nothing where it has no text.
void ClassPopup::addPrompt()
{
    const qsizetype asking = askingMessage(m_request);
    const QString text = asking < 0 ? QString() : m_request.messages.at(asking).text().left(LongestShownPrompt);
    if (text.trimmed().isEmpty())
        return;
    auto *prompt = new QPlainTextEdit(text, this);
    prompt->setObjectName(u"markedPrompt"_s);
    prompt->setReadOnly(true);
    prompt->setTabChangesFocus(true);
    prompt->setAccessibleName(tr("Prompt, with what was seen marked"));
    const QRect wanted = prompt->fontMetrics().boundingRect(QRect(0, 0, ClassPopupWidth - PromptInset, 1'000'000),
                                                            Qt::TextWordWrap, text.left(LongestMeasured));
    const int line = prompt->fontMetrics().lineSpacing();
    prompt->setFixedHeight(std::clamp((wanted.height() + line - 1) / line, 1, PromptLines) * line + 18);
    const Tokens &tokens = tokensOf(this);
    QList<QTextEdit::ExtraSelection> marks;
    for (const routing::Evidence &evidence : std::as_const(m_task.evidence)) {
        if (evidence.weight <= 0)
            continue;
        for (const routing::Place &place : evidence.places) {
            if (place.message != asking || place.offset + place.length > text.size())
                continue;
            QTextEdit::ExtraSelection mark;
            mark.cursor = QTextCursor(prompt->document());
            mark.cursor.setPosition(int(place.offset));
            mark.cursor.setPosition(int(place.offset + place.length), QTextCursor::KeepAnchor);
            mark.format.setBackground(tokens.accentSoft);
            mark.format.setForeground(tokens.accent);
            mark.format.setToolTip(evidence.what);
            marks.append(mark);
        }
    }
    prompt->setExtraSelections(marks);
    column()->addWidget(prompt);
}

void ClassPopup::addEvidence()
{
    auto *model = new EvidenceTable(this);
    model->present(m_task);
    auto *table = new TableView(this);
    table->setObjectName(u"evidence"_s);
    table->setModel(model);
    table->setFlush();
    table->setAccessibleName(tr("Evidence"));
    table->setColumnWidths({0, 150, 64});
    const int rows = std::clamp(model->rowCount(), 1, MostEvidenceRows);
    table->setFixedHeight(size::TableHeader + rows * size::Row + 2);
    column()->addWidget(table);
}

void ClassPopup::addCorrection()
{
    m_was = makeButton(tr("This was … instead"), this, u"edit"_s);
    m_was->setObjectName(u"wasInstead"_s);
    m_was->setToolTip(tr("Keeps this request as an example, so that those like it are taken for the same."));
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"newClass"_s);
    m_name->setPlaceholderText(tr("Name of the new class"));
    m_name->setAccessibleName(tr("Name of the new class"));
    m_add = makeButton(tr("Add"), this);
    m_add->setObjectName(u"addClass"_s);
    m_name->hide();
    m_add->hide();
    auto *own = makeQuietButton(tr("Your classes"), this);
    own->setObjectName(u"ownClasses"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_was);
    row->addWidget(m_name, 1);
    row->addWidget(m_add);
    row->addStretch();
    row->addWidget(own);
    column()->addLayout(row);
    connect(m_was, &QPushButton::clicked, this, &ClassPopup::openClasses);
    connect(m_name, &QLineEdit::returnPressed, this, [this] { correct(m_name->text().simplified()); });
    connect(m_add, &QPushButton::clicked, this, [this] { correct(m_name->text().simplified()); });
    connect(own, &QPushButton::clicked, this, [this] {
        close();
        emit classesRequested();
    });
}

void ClassPopup::openClasses()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"classMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &className) {
        if (className == m_task.className)
            return;
        QAction *action = menu->addAction(routing::classNameForPeople(className));
        action->setData(className);
        connect(action, &QAction::triggered, this, [this, className] { correct(className); });
    };
    for (const routing::TaskClass each : routing::TaskClasses)
        add(QString::fromLatin1(routing::toWireName(each)));
    menu->addSeparator();
    for (const routing::UserClass &each : std::as_const(m_own.classes)) {
        if (!routing::taskClassFromWireName(each.name.toUtf8()))
            add(each.name);
    }
    QAction *other = menu->addAction(tr("A new class…"));
    connect(other, &QAction::triggered, this, &ClassPopup::typeNew);
    menu->popup(m_was->mapToGlobal(QPoint(0, m_was->height())));
}

void ClassPopup::typeNew()
{
    m_was->hide();
    m_name->show();
    m_add->show();
    setFocusProxy(m_name);
    m_name->setFocus(Qt::OtherFocusReason);
}

void ClassPopup::correct(const QString &className)
{
    if (className.isEmpty())
        return;
    close();
    emit corrected(className);
}

} // namespace sb::ui
