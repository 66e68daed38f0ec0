// key_process PROVIDER URL [store|load|remove]: another program on the same keychain. A key to store comes from
// standard input. Prints one line: what the keychain is, and what became of the key.

#include "core/secrets/key_store.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::secrets;

namespace {

QByteArray nameOf(Keychain keychain)
{
    switch (keychain) {
    case Keychain::Usable:
        return "usable";
    case Keychain::Locked:
        return "locked";
    case Keychain::Missing:
        return "missing";
    case Keychain::Unknown:
        break;
    }
    return "unknown";
}

void end(const KeyStore &store, const QByteArray &said)
{
    std::puts((nameOf(store.keychain()) + ' ' + said).constData());
    QCoreApplication::quit();
}

QByteArray inputLine()
{
    QFile in;
    return in.open(stdin, QIODevice::ReadOnly) ? in.readLine().trimmed() : QByteArray();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QString provider = QCoreApplication::arguments().value(1);
    const QUrl url(QCoreApplication::arguments().value(2));
    const QString what = QCoreApplication::arguments().value(3);
    const SystemClock clock;
    KeyStore store(clock);
    QObject::connect(&store, &KeyStore::stored, &app, [&](const QString &, const Result<Kept> &kept) {
        end(store, !kept ? kept.error().message.toUtf8() : *kept == Kept::InKeychain ? "kept" : "held");
    });
    QObject::connect(&store, &KeyStore::removed, &app, [&](const QString &, const std::optional<Error> &problem) {
        end(store, problem ? problem->message.toUtf8() : "removed");
    });
    if (what == "load"_L1)
        QObject::connect(&store, &KeyStore::changed, &app, [&] {
            const auto key = store.table().key(provider, url);
            end(store, key ? key->value : QByteArray("none"));
        });
    store.load({{.providerId = provider, .baseUrl = url}});
    if (what == "store"_L1)
        store.store(provider, url, inputLine());
    if (what == "remove"_L1)
        store.removeAll(provider);
    return QCoreApplication::exec();
}
