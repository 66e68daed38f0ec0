#pragma once

#include <QList>
#include <QString>

namespace sb::ui {

/// A piece of what two texts have in common, or of one of them.
struct DiffPiece
{
    enum class Kind
    {
        Same,
        Removed, ///< only in the first
        Added ///< only in the second
    };
    Kind kind = Kind::Same;
    QString text = {};
    friend bool operator==(const DiffPiece &, const DiffPiece &) = default;
};

/// The longest common subsequence of lines, then of words inside lines that differ. The pieces of Same and Removed
/// joined give `before`, those of Same and Added give `after`.
/// Source: Hunt & McIlroy, "An Algorithm for Differential File Comparison" (1976), by dynamic programming
[[nodiscard]] QList<DiffPiece> diffTexts(const QString &before, const QString &after);

/// The share of words of both texts that both have, in [0, 1]; 1 for two empty ones.
[[nodiscard]] double likeness(const QList<DiffPiece> &pieces);

} // namespace sb::ui
