// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/acmewindow.h"
#include "ui/pastefield.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>

//! The page "Diagnose an error" as a merchant uses it, for several tests.
namespace relink::test {

using namespace Qt::StringLiterals;

inline const QString expired = u"Import failed: 400 Bad Request {\"error\":\"invalid_grant\"}"_s;
inline const QString secret = u"sk9fQ2mZ7xT4wB8nL1pR6vC3"_s;

inline MainWindow *openPage(AcmeWindow &acme)
{
    acme.open();
    acme.window->showDiagnose();
    return acme.window.get();
}

inline PasteField *field(const QWidget *window)
{
    return child<PasteField>(window, "pasteTextEdit");
}

inline void paste(const QWidget *window, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    field(window)->setFocus();
    field(window)->paste();
}

inline bool isShown(const QWidget *window, const char *objectName)
{
    const auto *part = window->findChild<QWidget *>(QLatin1String(objectName));
    return part && part->isVisible();
}

inline QString title(const QWidget *window)
{
    return isShown(window, "answerTitleLabel") ? AcmeWindow::text(window, "answerTitleLabel")
                                               : QString();
}

inline void choose(const QWidget *window, const char *box, const QString &text)
{
    auto *combo = child<QComboBox>(window, box);
    const int index = combo->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    combo->setCurrentIndex(index);
}

inline QStringList marked(const QWidget *window)
{
    QStringList words;
    for (const QTextEdit::ExtraSelection &mark : field(window)->extraSelections())
        words += mark.cursor.selectedText();
    return words;
}

} // namespace relink::test
