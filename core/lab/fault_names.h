#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace sb::lab {

/// What a fault is called.
struct FaultName
{
    QByteArray id = {}; ///< as in a scorecard
    QString title = {}; ///< in words, translated: "the first endpoint stays overloaded"
    friend bool operator==(const FaultName &, const FaultName &) = default;
};

/// A fault that somebody chose for a step.
struct ChosenFault
{
    qsizetype step = 0; ///< index into the chain
    QByteArray fault = {}; ///< its id
    friend bool operator==(const ChosenFault &, const ChosenFault &) = default;
};

/// All faults, in the order in which they are rehearsed.
[[nodiscard]] QList<FaultName> faultNames();
/// Those that can be at work at one step alone, whichever it is: what a provider or a connection does in one request.
[[nodiscard]] QList<FaultName> stepFaultNames();

} // namespace sb::lab
