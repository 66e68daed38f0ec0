#pragma once

#include "core/routing/acceptance/schema_document.h"

namespace sb::routing {

/// Goes through a value and a schema side by side. Private to this folder: validate() is the way in.
/// Once it is stopped nothing that it says counts.
class SchemaWalk
{
public:
    explicit SchemaWalk(const SchemaDocument &document)
        : m_document(document)
    {
    }
    [[nodiscard]] SchemaVerdict verdict(const Json &value);

private:
    /// Where a value stands, as a list of steps from the inside out.
    struct Place
    {
        const Place *outer = nullptr;
        const QByteArray *name = nullptr; ///< of a member, else
        qsizetype index = 0; ///< of an item
    };
    /// Which members or items of one value a schema has looked at; for unevaluatedProperties and unevaluatedItems.
    using Seen = std::vector<bool>;
    /// A value that is looked at by one schema.
    struct Visit
    {
        const SchemaNode &node;
        const Json &value;
        const Place &place;
        Seen *seen; ///< null where nobody asks
    };

    bool fits(int schema, const Json &value, const Place &place, Seen *seen);
    bool fitsParts(const Visit &visit);
    /// The same, without a word about what is wrong.
    bool fitsQuietly(int schema, const Visit &visit);

    bool fitsType(const Visit &visit, quint8 types);
    bool fitsChoices(const Visit &visit);
    bool fitsNumber(const Visit &visit);
    bool fitsText(const Visit &visit);
    // In schema_in_place.cpp.
    bool fitsInPlace(const Visit &visit);
    bool fitsAll(const Visit &visit);
    bool fitsAny(const Visit &visit);
    bool fitsOne(const Visit &visit);
    bool fitsCondition(const Visit &visit);
    void explainAlternatives(const Visit &visit, const std::vector<int> &alternatives);
    [[nodiscard]] bool admits(int schema, quint8 types) const;
    // In schema_members.cpp.
    bool fitsMembers(const Visit &visit);
    bool fitsEachMember(const Visit &visit);
    bool fitsMember(const Visit &visit, qsizetype index);
    bool fitsNames(const Visit &visit);
    bool fitsDependencies(const Visit &visit, const QSet<QByteArray> &names);
    bool hasMembers(const Visit &visit, const QSet<QByteArray> &names, const QList<QByteArray> &required,
                    const char *keyword);
    // In schema_lists.cpp.
    bool fitsItems(const Visit &visit);
    bool fitsEachItem(const Visit &visit);
    bool fitsContains(const Visit &visit);
    bool fitsUnique(const Visit &visit);
    /// What nobody has seen, against the schema for it.
    bool fitsUnevaluated(const Visit &visit, int schema);

    bool searched(const BoundedPattern &pattern, const QString &text);
    bool fitsSize(const Visit &visit, qint64 size, const std::optional<qint64> &least,
                  const std::optional<qint64> &most, const char *keywords);
    bool wrong(const Place &place, const char *keyword, const QString &expectation); ///< always false
    void work(qsizetype steps);
    void stop(const QString &reason);
    /// Whether nothing more is to be found out: stopped, or enough is wrong.
    [[nodiscard]] bool isOver(bool good) const;

    const SchemaDocument &m_document;
    SchemaVerdict m_verdict;
    qint64 m_work = 0;
    int m_depth = 0;
    int m_quiet = 0;
    bool m_stopped = false;
};

} // namespace sb::routing
