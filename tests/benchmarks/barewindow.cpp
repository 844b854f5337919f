// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The floor for the window: a bare QMainWindow of the same size. With any argument it shows one
// word, because the first text a program draws costs as much as a third of the window.

#include <QApplication>
#include <QLabel>
#include <QMainWindow>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1180, 760);
    if (argc > 1)
        window.setCentralWidget(new QLabel(QStringLiteral("Relink")));
    window.show();
    return QApplication::exec();
}
