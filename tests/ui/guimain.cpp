// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"
#include "ui/look.h"

#include <QApplication>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    relink::installLook(application);
    return relink::test::runAll(QApplication::arguments());
}
