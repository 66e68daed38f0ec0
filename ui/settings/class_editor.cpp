#include "ui/settings/class_editor.h"

#include "ui/common/controls.h"
#include "ui/common/label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr int NameWidth = 180;
constexpr int WordsWidth = 340;
constexpr int ExamplesWidth = 210;

/// A rule that asks for words and for nothing else.
bool isOfWordsOnly(const routing::ClassRule &rule)
{
    return !rule.words.isEmpty() && rule == routing::ClassRule{.words = rule.words};
}

routing::UserClass *classIn(routing::ClassRules &rules, const QString &name)
{
    const auto found = std::ranges::find(rules.classes, name, &routing::UserClass::name);
    return found == rules.classes.end() ? nullptr : &*found;
}

QLineEdit *makeField(const QString &objectName, const QString &text, const QString &accessibleName, int width,
                     QWidget *parent)
{
    auto *field = new QLineEdit(text, parent);
    field->setObjectName(objectName);
    field->setAccessibleName(accessibleName);
    field->setFixedWidth(width);
    field->setCursorPosition(0);
    return field;
}

QHBoxLayout *rowLayout(QWidget *row)
{
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    return layout;
}

} // namespace

QString keywordsOf(const routing::UserClass &userClass)
{
    const auto rule = std::ranges::find_if(userClass.rules, isOfWordsOnly);
    return rule == userClass.rules.end() ? QString() : rule->words.join(u", "_s);
}

routing::UserClass withKeywords(routing::UserClass userClass, const QString &typed)
{
    QStringList words;
    for (const QString &part : typed.split(u',')) {
        if (const QString word = part.simplified(); !word.isEmpty())
            words.append(word);
    }
    words.removeDuplicates();
    const auto rule = std::find_if(userClass.rules.cbegin(), userClass.rules.cend(), isOfWordsOnly);
    const qsizetype at = rule - userClass.rules.cbegin();
    const bool isThere = at < userClass.rules.size();
    if (words.isEmpty() && isThere)
        userClass.rules.removeAt(at);
    else if (isThere)
        userClass.rules[at].words = words;
    else if (!words.isEmpty() && userClass.rules.size() < routing::MostClassRules)
        userClass.rules.append({.words = words});
    return userClass;
}

ClassEditor::ClassEditor(profile::Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_column->addWidget(makeAdding());
    // Later: the row in which somebody types is one of those that go.
    connect(&m_workspace, &profile::Workspace::classesChanged, this, &ClassEditor::present, Qt::QueuedConnection);
    present();
}

ClassEditor::~ClassEditor()
{
    takeFocusFrom(*this);
}

void ClassEditor::present()
{
    const QWidget *focused = focusWidget();
    const QString wasIn = focused && m_rows && m_rows->isAncestorOf(focused) ? focused->objectName() : QString();
    if (m_rows) {
        takeFocusFrom(*m_rows);
        delete m_rows;
    }
    m_rows = new QWidget(this);
    auto *column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (const routing::UserClass &each : m_workspace.classRules().classes)
        column->addWidget(makeRow(each));
    m_rows->setVisible(!m_workspace.classRules().classes.isEmpty());
    m_column->insertWidget(0, m_rows);
    if (auto *again = wasIn.isEmpty() ? nullptr : m_rows->findChild<QWidget *>(wasIn))
        again->setFocus(Qt::OtherFocusReason);
}

QWidget *ClassEditor::makeRow(const routing::UserClass &userClass)
{
    const QString &className = userClass.name;
    const bool isTask = routing::taskClassFromWireName(className.toUtf8()).has_value();
    const QString title = routing::classNameForPeople(className);
    auto *row = new QWidget(this);
    QHBoxLayout *layout = rowLayout(row);
    auto *name = makeField(u"class-name-"_s + className, title, tr("Name of the class"), NameWidth, row);
    name->setEnabled(!isTask); // what is added to a task class goes by its name
    name->setToolTip(isTask ? tr("One of the classes that are there; what is yours adds to it.") : QString());
    auto *words = makeField(u"class-words-"_s + className, keywordsOf(userClass),
                            tr("Words by which a request is taken for “%1”").arg(title), WordsWidth, row);
    words->setPlaceholderText(tr("Words, by commas"));
    const int examples = int(userClass.examples.size());
    auto *known =
        new Label(tr("%n example(s)", nullptr, examples), TextRole::Small, Label::Tone::Text3, QFont::Normal, row);
    known->setFixedWidth(ExamplesWidth);
    known->setToolTip(userClass.examples.join(u'\n').left(2'000));
    const auto others = std::ranges::count_if(userClass.rules, [](const auto &rule) { return !isOfWordsOnly(rule); });
    if (others > 0)
        known->setText(known->text() + u" · "_s + tr("%n other rule(s)", nullptr, int(others)));
    QToolButton *more = makeIconButton(u"more"_s, tr("Menu of the class “%1”").arg(title), row);
    more->setObjectName(u"class-menu-"_s + className);
    auto *menu = new QMenu(more);
    menu->addAction(tr("Forget its examples"), this, [this, className] { forgetExamples(className); })
        ->setEnabled(examples > 0);
    menu->addAction(tr("Remove"), this, [this, className] { remove(className); });
    more->setMenu(menu);
    more->setPopupMode(QToolButton::InstantPopup);
    for (QWidget *widget : std::initializer_list<QWidget *>{name, words, known, more})
        layout->addWidget(widget);
    layout->addStretch(1);
    connect(name, &QLineEdit::editingFinished, this, [this, name, className] { rename(className, name->text()); });
    connect(words, &QLineEdit::editingFinished, this, [this, words, className] { setWords(className, words->text()); });
    return row;
}

QWidget *ClassEditor::makeAdding()
{
    auto *row = new QWidget(this);
    QHBoxLayout *layout = rowLayout(row);
    auto *name = makeField(u"new-class"_s, {}, tr("Name of a new class"), NameWidth, row);
    name->setPlaceholderText(tr("A new class"));
    QPushButton *button = makeButton(tr("Add"), row, u"plus"_s);
    button->setObjectName(u"add-class"_s);
    const auto take = [this, name] {
        const QString typed = name->text().simplified();
        name->clear();
        add(typed);
    };
    connect(button, &QPushButton::clicked, this, take);
    connect(name, &QLineEdit::returnPressed, this, take);
    layout->addWidget(name);
    layout->addWidget(button);
    layout->addStretch(1);
    return row;
}

void ClassEditor::rename(const QString &className, const QString &newName)
{
    const QString name = newName.simplified();
    if (name == className || name == routing::classNameForPeople(className))
        return;
    const routing::ClassRules rules = renamed(m_workspace.classRules(), className, name);
    if (rules == m_workspace.classRules()) {
        // The name is taken, or none: it stays what it was. Later, since its field is the one that tells us.
        QMetaObject::invokeMethod(this, &ClassEditor::present, Qt::QueuedConnection);
        emit notice(name.isEmpty() ? tr("A class needs a name") : tr("There is a class “%1” already").arg(name), {});
        return;
    }
    use(rules, tr("Renamed to “%1”. Rules of policies that name “%2” do not follow.").arg(name, className));
}

void ClassEditor::setWords(const QString &className, const QString &words)
{
    routing::ClassRules rules = m_workspace.classRules();
    if (routing::UserClass *userClass = classIn(rules, className))
        *userClass = withKeywords(*userClass, words);
    m_workspace.setClassRules(rules);
}

void ClassEditor::forgetExamples(const QString &className)
{
    routing::ClassRules rules = m_workspace.classRules();
    if (routing::UserClass *userClass = classIn(rules, className))
        userClass->examples.clear();
    use(rules, tr("Examples of “%1” forgotten").arg(routing::classNameForPeople(className)));
}

void ClassEditor::remove(const QString &className)
{
    routing::ClassRules rules = m_workspace.classRules();
    rules.classes.removeIf([&className](const routing::UserClass &each) { return each.name == className; });
    use(rules, tr("Class “%1” removed").arg(routing::classNameForPeople(className)));
}

void ClassEditor::add(const QString &name)
{
    routing::ClassRules rules = m_workspace.classRules();
    if (name.isEmpty() || rules.classes.size() >= routing::MostUserClasses)
        return;
    if (classIn(rules, name)) {
        emit notice(tr("There is a class “%1” already").arg(name), {});
        return;
    }
    rules.classes.append({.name = name});
    m_workspace.setClassRules(rules);
    present(); // at once, so that its words can be typed
    if (auto *words = m_rows->findChild<QLineEdit *>(u"class-words-"_s + name))
        words->setFocus(Qt::OtherFocusReason);
}

void ClassEditor::use(const routing::ClassRules &rules, const QString &text)
{
    m_before = m_workspace.classRules();
    m_after = rules;
    m_workspace.setClassRules(rules);
    emit notice(text, tr("Undo"));
}

bool ClassEditor::undo()
{
    if (m_workspace.classRules() != m_after)
        return false;
    m_workspace.setClassRules(std::exchange(m_before, m_after));
    return true;
}

void ClassEditor::focusFirst()
{
    const auto fields = findChildren<QLineEdit *>();
    for (QLineEdit *field : fields) {
        if (field->isVisibleTo(this)) {
            field->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

} // namespace sb::ui
