// bench-line: painting the line diagram of a chain. One JSON line a figure.
#include "tests/benchmarks/figures.h"

#include "ui/chains/line_view.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QPixmap>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace sb;
using namespace sb::bench;

namespace {

constexpr int Frames = 200;

/// A chain of so many steps with a failure that leads somewhere at every fifth.
routing::Chain chainOfSteps(int count)
{
    routing::Chain chain{.name = u"bench"_s};
    for (int i = 0; i < count; ++i)
        chain.steps.append({.id = u"s%1"_s.arg(i), .model = u"author/model-%1"_s.arg(i)});
    for (int i = 0; i + 2 < count; i += 5)
        chain.steps[i].next.contextFull = chain.steps[i + 2].id;
    return chain;
}

/// A dry run in which the last one is asked first.
ui::LineShown shownOf(const routing::Chain &chain)
{
    routing::Plan plan;
    for (qsizetype i = 0; i < chain.steps.size(); ++i) {
        if (i + 1 == chain.steps.size())
            plan.candidates.append({.step = i, .endpointId = u"a/m"_s, .rank = 1});
        else
            plan.excluded.append({.step = i, .endpointId = u"a/m"_s, .reason = routing::Exclusion::NoKey});
    }
    return {.plan = plan};
}

/// Paints the whole view anew, as a drag does with each move of the mouse. @return milliseconds of CPU, sorted by none
std::vector<double> paintedFrames(ui::LineView &view, bool scrolls)
{
    QPixmap picture(view.size());
    std::vector<double> frames;
    QScrollBar *bar = view.verticalScrollBar();
    for (int i = 0; i < Frames; ++i) {
        if (scrolls)
            bar->setValue(bar->maximum() * i / Frames);
        const double start = threadMicroseconds();
        view.render(&picture);
        frames.push_back((threadMicroseconds() - start) / 1'000);
    }
    return frames;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    const ui::Theme theme(*qApp);
    for (const int steps : {2, 6, 40}) {
        ui::ChainDocument document;
        document.open(chainOfSteps(steps));
        ui::LineView view(document);
        view.resize(1300, 900);
        view.setShown(shownOf(document.chain()));
        view.setVisible(true);
        QCoreApplication::processEvents();
        const QByteArray name = "line." + QByteArray::number(steps);
        const QByteArray what = "the diagram painted anew, 1300 x 900 pixels, offscreen";
        for (const bool scrolls : {false, true}) {
            const std::vector<double> frames = paintedFrames(view, scrolls);
            const QByteArray kind = scrolls ? "_scrolled" : "";
            report(name + kind + "_frame_p50", quantile(frames, 0.5), "ms of CPU", withLoad(what));
            report(name + kind + "_frame_p99", quantile(frames, 0.99), "ms of CPU", withLoad(what));
        }
        view.fit();
        const std::vector<double> fitted = paintedFrames(view, false);
        report(name + "_fitted_frame_p50", quantile(fitted, 0.5), "ms of CPU", withLoad(what + "; all of it fitted"));
        report(name + "_fitted_frame_p99", quantile(fitted, 0.99), "ms of CPU", withLoad(what + "; all of it fitted"));
        // What an edit costs beside: texts and geometry.
        std::vector<double> edits;
        for (int i = 0; i < Frames; ++i) {
            const double start = threadMicroseconds();
            view.setShown(shownOf(document.chain()));
            edits.push_back((threadMicroseconds() - start) / 1'000);
        }
        report(name + "_laid_out_p50", quantile(edits, 0.5), "ms of CPU",
               withLoad("texts and geometry of the diagram"));
    }
    return 0;
}
