#pragma once

#include "core/base/json.h"

#include "tests/testing/testing.h"

#include <QFile>
#include <QTest>

namespace sb::testing {

/// JSON with ' for ", so that it can be read here (moc loses its way in raw strings that hold quotes).
inline QByteArray quoted(QByteArray json)
{
    return json.replace('\'', '"');
}

/// Adds a row for each case of tests/catalog/agreement/KIND.json, with the columns `json` (text) and `valid`. The
/// schemas are tested with them, too (validate_schemas.py): reader and schema must judge them alike.
inline void addAgreementRows(const QString &kind)
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("valid");
    QFile file(inSource(QStringLiteral("tests/catalog/agreement/%1.json").arg(kind)));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.errorString()));
    const Result<Json> cases = parseJson(file.readAll());
    QVERIFY(cases.has_value());
    QVERIFY(cases->size() > 10);
    for (const Json &one : cases->items())
        QTest::newRow(one["why"].toBytes().constData()) << one["json"].dump() << *one["valid"].toBool();
}

} // namespace sb::testing
