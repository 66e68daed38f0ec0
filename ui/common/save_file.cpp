#include "ui/common/save_file.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr qsizetype LongestName = 80;

bool mayStand(QChar c)
{
    return c.isPrint() && !uR"(/\:*?"<>|.…)"_s.contains(c);
}

} // namespace

QString fileNameFor(const QString &title, const QString &suffix, const QString &otherwise)
{
    QString name;
    for (const QChar c : title) {
        const bool surrogate = c.isSurrogate();
        if (surrogate || mayStand(c))
            name += c;
        else if (!name.trimmed().isEmpty() && !name.endsWith(u'-'))
            name += u'-';
    }
    name = name.simplified();
    while (name.startsWith(u'-') || name.startsWith(u' ')) // a shell would read an option
        name.remove(0, 1);
    if (name.size() > LongestName) {
        name.truncate(LongestName);
        if (name.back().isHighSurrogate())
            name.chop(1);
    }
    while (name.endsWith(u'-') || name.endsWith(u' '))
        name.chop(1);
    return (name.isEmpty() ? otherwise : name) + u'.' + suffix;
}

void askWhereToSave(QWidget *parent, const SaveQuestion &question, const std::function<void(const QString &path)> &then)
{
    auto *dialog = new QFileDialog(parent, question.title, {}, question.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QFileInfo(question.fileName).suffix());
    // Qt proposes the folder of the last time; the first time it is where the program was started.
    if (dialog->directory() == QDir::current()) {
        const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        dialog->setDirectory(QDir(documents).exists() ? documents : QDir::homePath());
    }
    dialog->selectFile(question.fileName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, then);
    dialog->open();
}

} // namespace sb::ui
