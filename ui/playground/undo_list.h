#pragma once

#include <QList>
#include <QString>

#include <functional>

namespace sb::ui {

/// What was done to conversations and can be taken back, the last of each first. A step that swaps is its own inverse
/// and can be done again.
class UndoList
{
public:
    struct Step
    {
        QString conversation = {}; ///< that must be open; empty: any
        bool swaps = false;
        std::function<bool()> apply = {}; ///< false: not possible now, and nothing happened
    };

    /// One that swaps ends what could be done again to its conversation. @return its number
    int push(const Step &step);
    bool undo(const QString &conversation); ///< the last step that concerns this conversation
    bool undo(const QString &conversation, int number); ///< that one, if it still can be undone
    bool redo(const QString &conversation);
    /// Steps that swap would throw away what came since.
    void forgetSwaps(const QString &conversation);

private:
    struct Numbered
    {
        int number = 0;
        Step step = {};
    };
    using Steps = QList<Numbered>;
    [[nodiscard]] static bool take(Steps &from, qsizetype index, Steps &to);
    [[nodiscard]] static qsizetype lastOf(const Steps &steps, const QString &conversation);

    int m_last = 0;
    Steps m_done;
    Steps m_undone;
};

} // namespace sb::ui
