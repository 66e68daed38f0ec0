#pragma once

#include <QStringList>

#include <variant>

namespace sb::app {

struct AskOptions
{
    QString prompt = {}; ///< "-": from standard input
    QString model = {};
    QString chain = {};
    QString system = {};
    bool json = false;
    bool keysFromEnvironment = false; ///< those of the shipped providers
    QStringList keysFromEnvironmentOf = {}; ///< those of these providers
    friend bool operator==(const AskOptions &, const AskOptions &) = default;
};
struct OpenWindow
{
    friend bool operator==(const OpenWindow &, const OpenWindow &) = default;
};
/// Help, the version: something to print and be done.
struct Print
{
    QString text = {};
    friend bool operator==(const Print &, const Print &) = default;
};
struct UsageError
{
    QString message = {};
    friend bool operator==(const UsageError &, const UsageError &) = default;
};

/// What the user typed, understood.
struct CommandLine
{
    QString profileRoot = {};
    std::variant<OpenWindow, AskOptions, Print, UsageError> action = OpenWindow{};
};

/// @param arguments with the program's name first
[[nodiscard]] CommandLine parseCommandLine(const QStringList &arguments);

} // namespace sb::app
