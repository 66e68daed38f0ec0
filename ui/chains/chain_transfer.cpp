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

Result<routing::Chain> readChain(const QString &path)
{
    return profile::readFile(path, LargestImport)
        .and_then([](const QByteArray &bytes) { return parseJson(bytes); })
        .and_then([](const Json &json) { return routing::parseChain(json); });
}

} // namespace

void importChain(QWidget *parent, const std::function<void(const Result<routing::Chain> &)> &done)
{
    auto *dialog =
        new QFileDialog(parent, ChainTransferText::tr("Import a chain"), {}, ChainTransferText::tr("Chains (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [parent, done](const QString &path) {
        QThreadPool::globalInstance()->start([receiver = QPointer<QWidget>(parent), done, path] {
            const Result<routing::Chain> chain = readChain(path);
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [receiver, done, chain] {
                    if (receiver)
                        done(chain);
                },
                Qt::QueuedConnection);
        });
    });
    dialog->open();
}

void exportChain(QWidget *parent, const QString &name, const std::function<void(const QString &path)> &write)
{
    askWhereToSave(parent,
                   {.title = ChainTransferText::tr("Export the chain"),
                    .fileName = name + u".json"_s, // the chain is called as its file, dots and all
                    .filter = ChainTransferText::tr("Chains (*.json)")},
                   write);
}

} // namespace sb::ui
