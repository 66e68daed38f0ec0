#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace sb::testing {

/// How often a rule is tried with random cases: a tenth where each takes ten times as long.
[[nodiscard]] constexpr int rounds(int wanted)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return wanted / 10;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
    return wanted / 10;
#else
    return wanted;
#endif
#else
    return wanted;
#endif
}

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
