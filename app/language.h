#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QString>
#include <QTranslator>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace sb::app {

/// The language of the program: its translators, and the locale by which numbers and dates are written. What was made
/// before a change keeps its words: who shows text makes it anew.
class Language
{
public:
    /// Translators for a locale, the most specific last; a test may give others.
    using Loader = std::function<std::vector<std::unique_ptr<QTranslator>>(const QLocale &locale)>;

    explicit Language(QCoreApplication &application, Loader loader = loadShipped);
    ~Language();

    /// @param code "en", "de", "pt_BR"; empty: the system's
    void apply(const QString &code);
    [[nodiscard]] bool isApplied(const QString &code) const { return m_locale == localeOf(code); }

    /// Qt's own texts and ours; English has its plurals from a file, too.
    [[nodiscard]] static std::vector<std::unique_ptr<QTranslator>> loadShipped(const QLocale &locale);

private:
    [[nodiscard]] QLocale localeOf(const QString &code) const;
    void remove();

    QCoreApplication &m_application;
    Loader m_loader;
    QLocale m_system; ///< as it was before anybody chose
    std::optional<QLocale> m_locale; ///< that holds
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace sb::app
