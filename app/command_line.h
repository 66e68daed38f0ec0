#pragma once

#include "core/base/money.h"
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
    std::optional<NanoDollars> maxCost = {}; ///< of all attempts together
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
/// Another router whose files are read and written.
enum class Exchange
{
    LiteLlm,
    Portkey
};
struct ImportOptions
{
    QString file = {}; ///< "-": standard input
    std::optional<Exchange> from = {}; ///< nullopt: as the file looks
    QString name = {}; ///< of the policy, and of a chain that has none in the file; empty: the file's
    bool dryRun = false;
    bool replace = false; ///< chains and policies of the same names
    friend bool operator==(const ImportOptions &, const ImportOptions &) = default;
};
struct ExportOptions
{
    QString name = {}; ///< "NAME", "chain/NAME" or "policy/NAME"
    Exchange to = Exchange::LiteLlm;
    QString file = {}; ///< empty: standard output
    bool replace = false;
    friend bool operator==(const ExportOptions &, const ExportOptions &) = default;
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
                 ImportOptions, ExportOptions, Print, UsageError>
        action = OpenWindow{};
};

/// @param arguments with the program's name first
[[nodiscard]] CommandLine parseCommandLine(const QStringList &arguments);

} // namespace sb::app
