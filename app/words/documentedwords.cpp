// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/documentedwords.h"

#include "core/rules/plaintext.h"
#include "words/translate.h"
#include "words/words.h"

namespace relink::words {

using namespace Qt::StringLiterals;

namespace {

//! Where no provider is known a sentence may begin with "the provider". A name stays as it is.
QString capitalised(QString sentence, const QString &providerName)
{
    if (!sentence.isEmpty() && (providerName.isEmpty() || !sentence.startsWith(providerName)))
        sentence[0] = sentence.at(0).toUpper();
    return sentence;
}

} // namespace

QString documentedStep(const DocumentedRow &row)
{
    QString text = packText(row.text.isEmpty() ? row.title : row.text);
    if (!row.menuPath.isEmpty())
        text += u" ("_s % plainText(row.menuPath) % u')';
    if (!row.link.isEmpty() && !text.contains(row.link))
        text += u' ' % plainText(row.link);
    return text;
}

QStringList meaning(const Diagnosis &diagnosis, const Documentation &documentation,
                    const QString &providerName)
{
    QStringList paragraphs {
        diagnosis.errorClass == ErrorClass::NotAnError && diagnosis.cause.isEmpty()
            ? translate("Diagnose", "This text tells of no failure, or of none that Relink knows.")
            : capitalised(classExplanation(diagnosis.errorClass, diagnosis.cause, providerName),
                          providerName)};
    const ClassExplanation more = documentation.explanations.value(diagnosis.errorClass);
    for (const QString &sentence : {more.notYourFault, more.stops}) {
        if (!sentence.isEmpty())
            paragraphs += packText(sentence);
    }
    return paragraphs;
}

QString alternativeSentence(const Alternative &alternative, const QString &providerName)
{
    if (!alternative.why.isEmpty())
        return packText(alternative.why);
    return capitalised(classExplanation(alternative.errorClass, {}, providerName), providerName);
}

QString howSure(double confidence)
{
    if (confidence >= 0.9)
        return translate("Diagnose", "nearly certain");
    if (confidence >= 0.7)
        return translate("Diagnose", "likely");
    return confidence >= 0.5 ? translate("Diagnose", "possible") : translate("Diagnose", "a guess");
}

} // namespace relink::words
