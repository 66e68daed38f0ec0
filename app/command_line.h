#pragma once

#include "core/chat/embedding.h"

#include <QStringList>

#include <chrono>
#include <optional>
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
struct EmbedOptions
{
    QStringList texts = {}; ///< one vector each; "-": from standard input
    QString model = {};
    std::optional<qint64> dimensions = {};
    std::optional<chat::EmbeddingUse> use = {}; ///< a query or a document
    bool keysFromEnvironment = false; ///< as for ask
    QStringList keysFromEnvironmentOf = {};
    friend bool operator==(const EmbedOptions &, const EmbedOptions &) = default;
};
struct CountOptions
{
    QString prompt = {}; ///< "-": from standard input
    QString model = {};
    QString system = {};
    bool keysFromEnvironment = false; ///< as for ask
    QStringList keysFromEnvironmentOf = {};
    friend bool operator==(const CountOptions &, const CountOptions &) = default;
};
struct RehearseOptions
{
    QString chain = {}; ///< a name, or the path of a file; empty: the sample
    quint64 seed = 1;
    bool json = false;
    friend bool operator==(const RehearseOptions &, const RehearseOptions &) = default;
};
struct ExplainOptions
{
    qint64 request = 0; ///< its number in the register, from 1
    bool practice = false; ///< in the ledger of practice
    bool json = false;
    friend bool operator==(const ExplainOptions &, const ExplainOptions &) = default;
};
struct ReplayOptions
{
    QString policy = {}; ///< a name, or the path of a file; empty: the one in use, or none beside a chain
    QString chain = {}; ///< likewise; empty: none is replaced
    std::chrono::seconds since = std::chrono::days{30}; ///< so long ago
    bool practice = false; ///< the practice ledger instead of the real one
    bool json = false;
    friend bool operator==(const ReplayOptions &, const ReplayOptions &) = default;
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
    std::variant<OpenWindow, AskOptions, EmbedOptions, CountOptions, RehearseOptions, ReplayOptions, ExplainOptions,
                 Print, UsageError>
        action = OpenWindow{};
};

/// @param arguments with the program's name first
[[nodiscard]] CommandLine parseCommandLine(const QStringList &arguments);

} // namespace sb::app
