#pragma once

#include "core/routing/classifier/class_rules.h"
#include "core/routing/classifier/classification.h"

#include <memory>

namespace sb::routing {

/// What is known of a request beside itself.
struct RequestOrigin
{
    QString client = {}; ///< name of the gateway's client; empty for our own window
    QStringList tags = {};
    friend bool operator==(const RequestOrigin &, const RequestOrigin &) = default;
};

/// Tells which kind of work a request is. A value: made once from the rules, whose patterns and examples it prepares;
/// copies are cheap, and classify() may be called from several threads at once.
///
/// First the rules of the user, then their examples, then the features of the request decide. Bounded: see reading.h.
class Classifier
{
public:
    explicit Classifier(const ClassRules &rules);

    [[nodiscard]] Classification classify(const chat::Request &request, const RequestOrigin &origin = {}) const;

private:
    struct Prepared;
    std::shared_ptr<const Prepared> m_prepared;
};

/// The same for a single request.
[[nodiscard]] Classification classify(const chat::Request &request, const ClassRules &rules,
                                      const RequestOrigin &origin = {});

} // namespace sb::routing
