#pragma once

#include "core/usage/recorded_requests.h"
#include "core/usage/store/statement.h"

#include <string>
#include <unordered_map>

namespace sb::usage {

/// Takes stored decisions apart, without making a tree of each: a million of them share a few hundred shapes, and where
/// which number stands is the shape's to say.
class DecisionForms
{
public:
    explicit DecisionForms(Connection &connection);

    /// @param shape id of its piece
    /// @param packed its numbers, see packNumbers()
    /// @return null for one that cannot be read; lives as long as this
    [[nodiscard]] const DecisionForm *read(qint64 shape, QByteArrayView packed, DecisionNumbers &numbers);
    [[nodiscard]] const std::vector<routing::RequestOutline> &outlines() const { return m_outlines; }

private:
    static constexpr qsizetype Nowhere = -1;
    /// A form, and at which place of the decision's numbers each of its own stands.
    struct Shape
    {
        DecisionForm form = {};
        bool readable = false;
        qsizetype policy = Nowhere; ///< a name that is a number
        qsizetype policyVersion = Nowhere;
        qsizetype text = Nowhere;
        qsizetype likelyInput = Nowhere;
        qsizetype mostInput = Nowhere;
        qsizetype maxTokens = Nowhere;
        qsizetype remaining = Nowhere;
        std::vector<qsizetype> steps = {}; ///< of candidates
        std::vector<qsizetype> probabilities = {};
        /// The outline has other numbers: it is read as a whole, for each decision.
        QByteArray whole = {};
    };

    [[nodiscard]] Shape &shapeOf(qint64 id);
    [[nodiscard]] Shape parsed(const QByteArray &text);
    void addOutline(Shape &shape, const Json &outline);
    [[nodiscard]] std::size_t placeOf(routing::RequestOutline outline);
    void unpack(QByteArrayView packed);
    [[nodiscard]] std::string_view number(qsizetype place) const; ///< empty where there is none

    Statement m_piece;
    std::unordered_map<qint64, Shape> m_shapes; ///< whose values stay where they are
    std::vector<routing::RequestOutline> m_outlines;
    std::unordered_map<std::string, std::size_t> m_places; ///< of outlines, by their JSON
    // Of the decision that is read.
    std::string m_numbers;
    std::vector<std::size_t> m_starts; ///< of each number, and the end of the last
};

} // namespace sb::usage
