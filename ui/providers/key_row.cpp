#include "ui/providers/key_row.h"

#include "core/profile/profile.h"
#include "core/secrets/key_entry.h"
#include "ui/common/controls.h"
#include "ui/common/field_grid.h"
#include "ui/common/icon.h"
#include "ui/common/label.h"
#include "ui/providers/form_sizes.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

QString dots(const secrets::KeyInfo &key)
{
    if (!key.account.isEmpty())
        return key.account;
    return u"•••• •••• •••• %1"_s.arg(key.lastFour.isEmpty() ? u"••••"_s : key.lastFour);
}

} // namespace

KeyRow::KeyRow(QWidget *parent)
    : QWidget(parent)
    , m_field(new QLineEdit(this))
    , m_change(makeButton({}, this))
    , m_file(makeButton(tr("Import file"), this))
    , m_leave(makeDestructiveButton(tr("Remove"), this))
    , m_cancel(makeQuietButton(tr("Cancel"), this))
    , m_plainHttp(
          new QCheckBox(tr("Send it without encryption: others in the network can read the key and the prompts"), this))
    , m_problem(new Label({}, TextRole::Small, Label::Tone::Danger, QFont::Normal, this))
{
    m_field->setObjectName(u"key"_s);
    m_field->setMinimumWidth(140);
    m_field->setMaximumWidth(FormFieldWidth);
    m_field->addAction(icon(u"key"_s), QLineEdit::LeadingPosition);
    m_change->setObjectName(u"change-key"_s);
    m_file->setObjectName(u"import-key"_s);
    m_file->setToolTip(tr("Reads a key file of a service account; the file itself is not kept"));
    m_leave->setObjectName(u"remove-key"_s);
    m_plainHttp->setObjectName(u"plain-http"_s);
    m_problem->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    row->addWidget(m_change);
    row->addWidget(m_file);
    row->addWidget(m_cancel);
    row->addWidget(m_leave);
    row->addStretch(0); // takes what the field leaves at its full width
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_plainHttp);
    layout->addWidget(m_problem);
    setFocusProxy(m_field);
    connect(m_change, &QPushButton::clicked, this, [this] { m_editing ? store() : edit(); });
    connect(m_file, &QPushButton::clicked, this, &KeyRow::chooseFile);
    connect(m_leave, &QPushButton::clicked, this, &KeyRow::removeRequested);
    connect(m_cancel, &QPushButton::clicked, this, &KeyRow::stopEditing);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { m_editing ? store() : edit(); });
    connect(m_field, &QLineEdit::textEdited, this, [this] { showProblem({}); });
    arrange();
}

void KeyRow::present(const QString &providerName, const std::optional<secrets::KeyInfo> &key, const QUrl &baseUrl)
{
    m_key = key;
    m_safe = secrets::isSafeOrigin(baseUrl);
    m_field->setAccessibleName(tr("Key of %1").arg(providerName));
    m_leave->setAccessibleName(tr("Remove the key of %1").arg(providerName));
    arrange();
}

void KeyRow::setTakesFile(bool takes)
{
    m_takesFile = takes;
    arrange();
}

void KeyRow::edit()
{
    m_editing = true;
    m_field->clear();
    m_plainHttp->setChecked(false);
    arrange();
    m_field->setFocus(Qt::OtherFocusReason);
}

void KeyRow::retry(const QString &key, const QString &problem)
{
    edit();
    m_field->setText(key);
    showProblem(problem);
}

void KeyRow::stopEditing()
{
    if (!m_editing)
        return;
    const QWidget *focused = window()->focusWidget();
    const bool hadFocus = focused && isAncestorOf(focused);
    m_editing = false;
    m_field->clear();
    showProblem({});
    arrange();
    emit editingStopped();
    if (hadFocus) // who has gone on to something else is not called back
        m_change->setFocus(Qt::OtherFocusReason);
}

void KeyRow::showProblem(const QString &text)
{
    ui::showProblem(m_field, m_problem, text);
}

void KeyRow::arrange()
{
    m_field->setReadOnly(!m_editing);
    m_field->setEchoMode(m_editing ? QLineEdit::Password : QLineEdit::Normal);
    m_field->setPlaceholderText(m_editing   ? (m_takesFile ? tr("Paste the text of the key file") : tr("Paste the key"))
                                    : m_key ? dots(*m_key)
                                            : tr("no key"));
    m_change->setText(m_editing ? tr("Store") : m_key ? tr("Replace") : tr("Add key"));
    m_file->setVisible(m_takesFile && (m_editing || !m_key));
    m_leave->setVisible(!m_editing && m_key);
    m_cancel->setVisible(m_editing);
    m_plainHttp->setVisible(m_editing && !m_safe);
    m_problem->setVisible(!m_problem->text().isEmpty());
}

void KeyRow::store()
{
    store(m_field->text().trimmed().toUtf8());
}

void KeyRow::store(const QByteArray &key)
{
    if (key.isEmpty())
        showProblem(tr("Paste a key first"));
    else if (!m_safe && !m_plainHttp->isChecked())
        showProblem(tr("The address begins with http: and is another machine. Use https, or say yes above."));
    else
        emit storeRequested(key, m_plainHttp->isChecked() ? secrets::PlainHttp::Allowed : secrets::PlainHttp::Refused);
}

void KeyRow::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Import a key file"), {}, tr("Key files (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &KeyRow::readFile);
    dialog->open();
}

void KeyRow::readFile(const QString &path)
{
    edit();
    const auto job = [self = QPointer(this), path, app = QCoreApplication::instance()] {
        const Result<QByteArray> read = profile::readFile(path, secrets::KeyLimit);
        // Posted to the application, which outlives both: self may die on its own thread meanwhile.
        QMetaObject::invokeMethod(app, [self, read] {
            if (!self || !self->m_editing)
                return;
            read ? self->store(read->trimmed()) : self->showProblem(read.error().message);
        });
    };
    QThreadPool::globalInstance()->start(job);
}

void KeyRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_editing)
        stopEditing();
    else
        QWidget::keyPressEvent(event);
}

} // namespace sb::ui
