// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/diagnosetext.h"
#include "core/rules/errorrule.h"

#include "core/corpus.h"
#include "core/metanswer.h"
#include "support/diagnosecorpus.h"
#include "support/testmain.h"

#include <QRegularExpression>

#include <algorithm>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

//! Rows where the two may differ, and why. Rows are `provider/rule` or the ids of documented lines.
QString reasonToDiffer(const QString &row)
{
    static const QJsonObject reasons = ownRows("diagnose/disagreements.json").object();
    return reasons[row].toString();
}

Diagnosis pastedVerdict(const MetAnswer &answer, const ProviderPack &pack)
{
    return diagnoseText(answer.pasted(), allPacks(), shippedDocumentation(), &pack)
        .reading.diagnosis;
}

bool holdsPossible(const Diagnosis &diagnosis, ErrorClass errorClass)
{
    return std::any_of(
        diagnosis.alternatives.begin(), diagnosis.alternatives.end(),
        [errorClass](const Alternative &other) { return other.errorClass == errorClass; });
}

//! The same class; or the other's is the second reading and the same helps.
bool agree(const Diagnosis &one, const Diagnosis &other)
{
    return one.errorClass == other.errorClass
        || (one.action == other.action
            && (holdsPossible(one, other.errorClass) || holdsPossible(other, one.errorClass)));
}

AuthKind kindOf(const ProviderPack &pack)
{
    return pack.authMethods.isEmpty() ? AuthKind::AuthorizationCode : pack.authMethods.first().kind;
}

MetAnswer answerOf(const ErrorRule &rule, const ErrorRule::Example &example)
{
    MetAnswer answer {rule.stage == ErrorStage::Any ? ErrorStage::Api : rule.stage,
                      example.status.value_or(0),
                      example.body.toUtf8(),
                      {}};
    for (const QString &line : example.headers) {
        answer.headers
            += {line.section(u':', 0, 0).toUtf8(), line.section(u':', 1).trimmed().toUtf8()};
    }
    return answer;
}

//! A documented line that is a whole HTTP answer.
std::optional<MetAnswer> answerFrom(const QString &text)
{
    static const QRegularExpression head(
        uR"(^HTTP/1\.1 (\d{3})[^\n]*\n((?:[\w-]+: [^\n]*\n)*)\n?)"_s);
    const QRegularExpressionMatch match = head.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    MetAnswer answer;
    answer.status = match.captured(1).toInt();
    answer.body = text.mid(match.capturedEnd()).toUtf8();
    for (const QString &line : match.captured(2).split(u'\n', Qt::SkipEmptyParts)) {
        answer.headers
            += {line.section(u':', 0, 0).toUtf8(), line.section(u':', 1).trimmed().toUtf8()};
    }
    return answer;
}

} // namespace

//! `relink diagnose` of an answer and our own verdict of the same answer say the same.
class AgreementTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyExampleOfAPack_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<int>("rule");
        QTest::addColumn<int>("example");
        for (const ProviderPack *pack : allPacks()) {
            for (int rule = 0; rule < pack->errors.size(); ++rule) {
                for (int i = 0; i < pack->errors.at(rule).examples.size(); ++i) {
                    const QString name = pack->id + u'/' + pack->errors.at(rule).id;
                    QTest::newRow(qPrintable(i == 0 ? name : name + u'/' + QString::number(i)))
                        << pack->id << rule << i;
                }
            }
        }
    }
    void everyExampleOfAPack()
    {
        QFETCH(const QString, provider);
        QFETCH(const int, rule);
        QFETCH(const int, example);
        const ProviderPack &pack = *packNamed(provider);
        const ErrorRule &errorRule = pack.errors.at(rule);
        const MetAnswer answer = answerOf(errorRule, errorRule.examples.at(example));
        if (answer.status == 0)
            QSKIP("words alone, no answer of a call");
        compare(answer, pack, QString::fromLatin1(QTest::currentDataTag()));
    }

    void everyDocumentedAnswer_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("text");
        int rows = 0;
        for (const QJsonObject &line :
             jsonLinesOf(QStringLiteral(RELINK_TEST_DATA "/diagnose/documented.jsonl"))) {
            const QString id = line["id"_L1].toString();
            const QString provider = line["hint"_L1].toString(line["provider"_L1].toString());
            const QString text = line["text"_L1].toString();
            if (line.contains("via"_L1) && !line["via"_L1].toString().isEmpty())
                continue;
            if (!packNamed(provider) || !answerFrom(text))
                continue;
            QTest::newRow(qPrintable(id)) << id << provider << text;
            ++rows;
        }
        QVERIFY(rows > 50);
    }
    void everyDocumentedAnswer()
    {
        QFETCH(const QString, id);
        QFETCH(const QString, provider);
        QFETCH(const QString, text);
        // A pasted answer does not tell which call it belongs to; the provider's rules do.
        MetAnswer answer = *answerFrom(text);
        const ProviderPack &pack = *packNamed(provider);
        for (const ErrorStage stage : {ErrorStage::Refresh, ErrorStage::Token, ErrorStage::Api}) {
            answer.stage = stage;
            const AuthError error = answer.error();
            if (std::any_of(pack.errors.begin(), pack.errors.end(),
                            [&](const ErrorRule &rule) { return matches(rule, error, stage); }))
                break;
        }
        compare(answer, pack, id);
    }

private:
    static void compare(const MetAnswer &answer, const ProviderPack &pack, const QString &row)
    {
        const Diagnosis met = answer.verdict(&pack, kindOf(pack));
        const Diagnosis pasted = pastedVerdict(answer, pack);
        const QString both = u"met %1 (%2), pasted %3 (%4)"_s.arg(
            toString(met.errorClass), met.rule, toString(pasted.errorClass), pasted.rule);
        QVERIFY2(agree(met, pasted) || !reasonToDiffer(row).isEmpty(), qPrintable(both));
    }
};

RELINK_TEST(AgreementTest)
#include "tst_agreement.moc"
