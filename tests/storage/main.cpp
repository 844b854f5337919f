// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/child.h"
#include "support/testmain.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    if (argc > 2 && qstrcmp(argv[1], relink::test::childArgument) == 0)
        return relink::test::runChild(argc, argv);
    const QCoreApplication application(argc, argv);
    return relink::test::runAll(application.arguments());
}
