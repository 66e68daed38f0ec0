#include "tests/testing/testing.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    return sb::testing::run(argc, argv);
}
