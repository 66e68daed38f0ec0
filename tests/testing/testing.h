#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace sb::testing {

using Factory = std::function<std::unique_ptr<QObject>()>;

/// Adds a class of tests to this program. Each tst_*.cpp ends with
/// `static const bool tstMoney = sb::testing::add<TstMoney>();`
bool addFactory(Factory factory);

template <typename Test>
bool add()
{
    return addFactory([] { return std::make_unique<Test>(); });
}

/// A file or folder of the source tree, such as "tests/fixtures/tls". Only this library knows where that is, so that
/// the tests themselves compile alike in every checkout.
[[nodiscard]] QString inSource(const QString &relative);

/// Runs all classes, or the one named by the first argument; further arguments are Qt Test's.
/// @return the number of failed tests, at most 255
int run(int argc, char **argv);

} // namespace sb::testing
