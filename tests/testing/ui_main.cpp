#include "tests/testing/testing.h"
#include "ui/common/signalbox_style.h"
#include "ui/common/tokens.h"

#include <QApplication>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setStyle(new sb::ui::SignalboxStyle); // QApplication takes ownership
    QApplication::setPalette(sb::ui::paletteOf(sb::ui::lightTokens()));
    return sb::testing::run(argc, argv);
}
