#pragma once

#include "core/base/random.h"
#include "core/usage/records.h"

namespace sb::usage {

/// What a person and some programs might have sent in a year and a half, made up from a seed: 12 providers, 60 models
/// of which few are popular, more by day than by night, a tenth with a fallback, an eighth in the practice ledger.
class Traffic
{
public:
    struct Options
    {
        quint64 seed = 1;
        qint64 requests = 10'000; ///< spread over the days
        int days = 548;
        WallTime end{std::chrono::milliseconds{1'751'320'800'000}}; ///< 2025-06-30 22:00 UTC: midnight in Berlin
        bool bodies = false;
    };
    struct Request
    {
        OpenRecord opened = {};
        Settlement settled = {}; ///< without a key
    };

    explicit Traffic(const Options &options);
    [[nodiscard]] Request next(); ///< in the order of time

private:
    [[nodiscard]] WallTime nextTime();
    [[nodiscard]] int popular(int count);
    [[nodiscard]] qint64 around(double median, double spread);
    [[nodiscard]] AttemptRecord attempt(int model, int offer, WallTime at);
    [[nodiscard]] Json decision(const Request &request, int model);
    void addBodies(Request &request);

    Options m_options;
    SeededRandom m_random;
    qint64 m_made = 0;
    QList<Json> m_conversation = {};
};

} // namespace sb::usage
