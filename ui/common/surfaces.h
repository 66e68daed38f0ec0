#pragma once

#include <QPalette>
#include <QWidget>

namespace sb::ui {

/// A hairline between panels.
[[nodiscard]] QWidget *makeHairline(Qt::Orientation orientation, QWidget *parent);
/// A widget filled with one of the surfaces (QPalette::Base, Window, AlternateBase = sunken).
[[nodiscard]] QWidget *makeSurface(QPalette::ColorRole role, QWidget *parent);
/// Fills a band of a page with the base color and draws the hairline at its foot; for paintEvent().
void paintBand(QWidget *widget);

} // namespace sb::ui
