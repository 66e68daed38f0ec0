#include "ui/chains/chain_transfer.h"

#include "core/profile/profile.h"
#include "ui/common/save_file.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QPointer>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace sb::ui {

namespace {

constexpr qint64 LargestImport = 4 * 1024 * 1024;

struct ChainTransferText
{
    Q_DECLARE_TR_FUNCTIONS(sb::ui::ChainTransfer)
};

/// Asks for a file, reads it on a worker, and makes a value of it there.
template <typename T>
void importFile(QWidget *parent, const QString &title, const QString &filter, Result<T> (*parse)(const Json &),
                const std::function<void(const Result<T> &)> &done)
{
    auto *dialog = new QFileDialog(parent, title, {}, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [parent, parse, done](const QString &path) {
        QThreadPool::globalInstance()->start([receiver = QPointer<QWidget>(parent), parse, done, path] {
            const Result<T> value = profile::readFile(path, LargestImport)
                                        .and_then([](const QByteArray &bytes) { return parseJson(bytes); })
                                        .and_then(parse);
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [receiver, done, value] {
                    if (receiver)
                        done(value);
                },
                Qt::QueuedConnection);
        });
    });
    dialog->open();
}

} // namespace

void importChain(QWidget *parent, const std::function<void(const Result<routing::Chain> &)> &done)
{
    importFile<routing::Chain>(parent, ChainTransferText::tr("Import a chain"),
                               ChainTransferText::tr("Chains (*.json)"), routing::parseChain, done);
}

void importPolicy(QWidget *parent, const std::function<void(const Result<routing::Policy> &)> &done)
{
    importFile<routing::Policy>(parent, ChainTransferText::tr("Import a policy"),
                                ChainTransferText::tr("Policies (*.json)"), routing::parsePolicy, done);
}

void exportChain(QWidget *parent, const QString &name, const std::function<void(const QString &path)> &write)
{
    askWhereToSave(parent,
                   {.title = ChainTransferText::tr("Export the chain"),
                    .fileName = name + u".json"_s, // the chain is called as its file, dots and all
                    .filter = ChainTransferText::tr("Chains (*.json)")},
                   write);
}

void exportPolicy(QWidget *parent, const QString &name, const std::function<void(const QString &path)> &write)
{
    askWhereToSave(parent,
                   {.title = ChainTransferText::tr("Export the policy"),
                    .fileName = name + u".json"_s,
                    .filter = ChainTransferText::tr("Policies (*.json)")},
                   write);
}

} // namespace sb::ui
