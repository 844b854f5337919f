// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace relink {

using namespace Qt::StringLiterals;

void installLanguage(QCoreApplication &application)
{
    const QLocale locale;
    const QStringList languages = locale.uiLanguages();
    if (languages.isEmpty() || languages.first().startsWith("en"_L1)
        || locale.language() == QLocale::C) {
        return;
    }
    auto *ours = new QTranslator(&application);
    if (!ours->load(locale, u"relink"_s, u"_"_s, u":/i18n"_s)) {
        delete ours;
        return;
    }
    auto *qts = new QTranslator(&application);
    if (qts->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qts);
    QCoreApplication::installTranslator(ours);
}

} // namespace relink
