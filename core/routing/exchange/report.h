#pragma once

#include "core/base/json.h"

#include <QSet>

namespace sb::routing {

/// What became of one thing of the source.
enum class Outcome
{
    CarriedOver, ///< means the same
    Approximated, ///< means nearly the same; the sentence says how
    NotCarriedOver, ///< the sentence says why
};
[[nodiscard]] QByteArray toWireName(Outcome outcome);

struct ReportLine
{
    QString path = {}; ///< in the source: "model_list[0].litellm_params.rpm"
    Outcome outcome = Outcome::CarriedOver;
    QString sentence = {}; ///< translated; holds no value of a key
    friend bool operator==(const ReportLine &, const ReportLine &) = default;
};

/// Gathers what became of a source, so that at the end nothing of it is without a word.
class Report
{
public:
    void carriedOver(const QString &path, const QString &sentence = {});
    void approximated(const QString &path, const QString &sentence);
    void notCarriedOver(const QString &path, const QString &sentence);
    /// Says of every member of the source that was not spoken of, in itself or as part of another, that it was not
    /// carried over: keys and passwords since they never are, the rest since nothing here is like it.
    void addUnspoken(const Json &source);

    [[nodiscard]] const QList<ReportLine> &lines() const { return m_lines; }

private:
    void add(const QString &path, Outcome outcome, const QString &sentence);
    void addUnspoken(const Json &value, const QString &path, const QByteArray &key);

    QList<ReportLine> m_lines;
    QSet<QString> m_spoken; ///< paths
    QSet<QString> m_within; ///< paths above them
};

/// Whether a member of that name holds a key or password, or says where one is.
[[nodiscard]] bool isSecretName(const QByteArray &name);

[[nodiscard]] QString memberPath(const QString &path, const QByteArray &key); ///< "a.b"
[[nodiscard]] QString itemPath(const QString &path, qsizetype index); ///< "a[2]"

} // namespace sb::routing
